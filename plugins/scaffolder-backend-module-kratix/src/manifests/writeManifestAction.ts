import { resolveSafeChildPath } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import type { TeamNamespacesRule } from '@kratix-portal/backstage-plugin-kratix-common';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { KratixAccess } from '../platforms/KratixAccess';
import { refusalOf } from '../platforms/refusal';
import { findListing } from '../promises/findListing';
import { fieldsOfRequest } from '../requests/fieldsOfRequest';
import { ownerRef, requestNamespace } from '../requests/requestNamespace';
import { listingManifest, yamlOf } from './listingManifest';
import { preflightSummary } from './preflightSummary';
import { requestManifest } from './requestManifest';
import { examples } from './writeManifestAction.examples';

/** @internal */
export interface WriteManifestDeps {
  kratix: KratixAccess;
  catalog: Pick<CatalogService, 'getEntityByRef'>;
  /** `kratix.namespaces` and the prefix of annotations. */
  rule: TeamNamespacesRule;
}

/**
 * Writes what installs a Promise, or a request, into the workspace: where Git
 * decides what is on a platform, a stock `publish:` step proposes it from there.
 *
 * @internal
 */
export const writeManifestAction = (deps: WriteManifestDeps) =>
  createTemplateAction({
    id: 'kratix:manifest:write',
    description:
      'Writes a Promise, a PromiseRelease or a request as YAML into the workspace, for a step that publishes it.',
    examples,
    supportsDryRun: true,
    schema: {
      input: {
        path: z =>
          z.string().min(1).describe('File in the workspace to write to'),
        listing: z =>
          z
            .object({
              source: z
                .string()
                .optional()
                .describe('Source of the listing, by its id'),
              entry: z
                .string()
                .optional()
                .describe('The listing within its source'),
              promise: z
                .string()
                .optional()
                .describe('Instead of both: name of the Promise'),
              version: z
                .string()
                .optional()
                .describe('With promise: the version that is meant'),
              method: z
                .enum(['promise', 'release'])
                .optional()
                .describe('Default: promise'),
              platform: z
                .string()
                .optional()
                .describe(
                  'Where it will be installed: a preflight is made, and what it finds is in summary. Images are held to the policy in config only with a platform',
                ),
            })
            .optional()
            .describe('A Promise of the marketplace'),
        request: z =>
          z
            .object({
              platform: z.string().describe('Id of the platform'),
              promise: z.string().describe('Name of the Promise'),
              name: z.string().describe('Name of the request: a DNS label'),
              namespace: z
                .string()
                .optional()
                .describe('Default: the namespace of the owner'),
              owner: z.string().optional().describe('Entity ref of a Group'),
              service: z
                .string()
                .optional()
                .describe('Entity ref of the Component that will use it'),
              values: z
                .union([z.record(z.unknown()), z.string()])
                .optional()
                .describe('What a form gathered'),
              object: z
                .union([z.record(z.unknown()), z.string()])
                .optional()
                .describe('Instead of values: the fields beside metadata'),
            })
            .optional()
            .describe('A request to a Promise that is installed'),
      },
      output: {
        path: z => z.string().describe('The file, as it was given'),
        name: z => z.string().describe('Name of the object'),
        summary: z =>
          z.string().describe('Markdown for a pull request: what was found'),
      },
    },
    async handler(ctx) {
      const { input, signal } = ctx;
      const { listing, request, path } = input;
      const file = resolveSafeChildPath(ctx.workspacePath, path);
      const credentials = await ctx.getInitiatorCredentials();
      const { api, tokenFor } = deps.kratix;
      const prefix = deps.rule.annotationPrefix;
      const person = ctx.user?.ref;
      const call = async () => ({
        signal,
        token: await tokenFor(credentials),
      });

      async function fromListing(wanted: NonNullable<typeof listing>) {
        const { platform, method = 'promise' } = wanted;
        const ref = await findListing(api, wanted, call);
        const detail = await api.getListing(ref, await call());
        const text = listingManifest(detail, {
          method,
          installedBy: person ?? 'unknown',
          prefix,
        });
        const summary = platform
          ? await preflightSummary({ api, call, ref, platform, method })
          : '';
        return { text, name: detail.name, summary };
      }

      async function fromRequest(wanted: NonNullable<typeof request>) {
        const { platform, name, service } = wanted;
        const promise = await api.getPromise(
          { platform, name: wanted.promise },
          await call(),
        );
        const owner = ownerRef(wanted.owner);
        const namespace =
          wanted.namespace ||
          (await requestNamespace({ ...deps, owner, credentials }));
        const object = requestManifest({
          promise,
          name,
          namespace,
          fields: fieldsOfRequest(promise, wanted),
          owner,
          service,
          requester: person,
          prefix,
        });
        return { text: yamlOf(object), name, summary: '' };
      }

      async function made() {
        if (listing && !request) return fromListing(listing);
        if (request && !listing) return fromRequest(request);
        throw new InputError('Give either listing or request');
      }

      try {
        const { text, name, summary } = await made();
        await mkdir(dirname(file), { recursive: true });
        await writeFile(file, text);
        summary
          .split('\n')
          .filter(Boolean)
          .forEach(line => ctx.logger.info(line));
        ctx.logger.info(`Wrote ${name} to ${path}`);
        ctx.output('path', path);
        ctx.output('name', name);
        ctx.output('summary', summary);
      } catch (error) {
        throw refusalOf(error);
      }
    },
  });
