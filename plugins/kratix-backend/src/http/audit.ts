import type { AuditorService } from '@backstage/backend-plugin-api';
import { RefusedInputError } from '@kratix-portal/backstage-plugin-kratix-common';
import type { JsonObject } from '@backstage/types';
import type { Request } from 'express';

/** What an audit says of a write. @internal */
export interface AuditedWrite {
  eventId:
    | 'request-create'
    | 'request-update'
    | 'request-delete'
    | 'promise-install'
    | 'promise-upgrade'
    | 'promise-uninstall';
  /** Where, from the route: `platform`, `crd`, `namespace`, `name`. */
  target: Record<string, string>;
  dryRun: boolean;
}

/**
 * Runs a write and records it, whoever refuses it: who (by the call itself),
 * what, where and how it ended. Never what was in it: messages of refusals
 * quote a person's input, so names of errors and fields stand for them.
 *
 * @internal
 */
export async function audited<T>(
  auditor: AuditorService,
  req: Request,
  write: AuditedWrite,
  run: () => Promise<{ result: T; meta?: JsonObject }>,
): Promise<T> {
  const event = await auditor.createEvent({
    eventId: write.eventId,
    severityLevel: severityOf(write),
    request: req,
    meta: { ...write.target, dryRun: write.dryRun },
  });
  try {
    const { result, meta } = await run();
    await event.success({ meta });
    return result;
  } catch (error) {
    const name = error instanceof Error ? error.name : 'Error';
    const fields =
      error instanceof RefusedInputError
        ? error.causes.flatMap(({ field }) => (field ? [field] : []))
        : [];
    await event.fail({
      error: new Error(`Refused with ${name}`),
      meta: { result: name, ...(fields.length > 0 && { fields }) },
    });
    throw error;
  }
}

/** Promises run with the rights that they ask for, and take requests along. */
function severityOf({
  eventId,
  dryRun,
}: AuditedWrite): 'low' | 'medium' | 'high' {
  if (dryRun) return 'low';
  return eventId.startsWith('promise-') ? 'high' : 'medium';
}
