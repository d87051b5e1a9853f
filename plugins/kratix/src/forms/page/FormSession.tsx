import { useApi } from '@backstage/frontend-plugin-api';
import {
  fieldAt,
  type RequestPlace,
  type ValuePath,
} from '@kratix-portal/backstage-plugin-kratix-common';
import {
  kratixApiRef,
  useKratixTranslation,
  LetterTile,
} from '@kratix-portal/backstage-plugin-kratix-react';
import { makeStyles } from '@material-ui/core/styles';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { ActionButton } from '../../actions';
import { useLinks } from '../../navigation';
import { PageHeading } from '../../shell';
import { ConflictPanel } from './ConflictPanel';
import { DetailsStep, type DetailsHandle } from './DetailsStep';
import { FormFooter } from './FormFooter';
import { FormNotices } from './FormNotices';
import { FormSteps } from './FormSteps';
import { textWithoutSecrets } from './draftText';
import type { Opening } from './opening';
import { choosePlace } from './places';
import type { PromiseSchema } from './promiseSchema';
import type { FormSubject } from './RequestForm';
import { ReviewStep, type Verdict } from './ReviewStep';
import { useBaseText } from './useBaseText';
import { useConflict } from './useConflict';
import { useTextAt } from './useDocument';
import { useDraftKeeping } from './useDraftKeeping';
import type { Drafts } from './useDrafts';
import { useFormStep } from './useFormStep';
import { useGoOnKeys } from './useGoOnKeys';
import { useNameCheck } from './useNameCheck';
import { useRefusals } from './useRefusals';
import { createBody } from './writes';
import { writeProblem, type WriteProblem } from './writeProblem';

const useStyles = makeStyles(
  theme => ({
    // Not a grid: the foot sticks to the end of what it is in.
    root: {
      display: 'flex',
      flexDirection: 'column',
      gap: theme.spacing(2),
    },
    narrow: {
      maxWidth: 720,
      minWidth: 0,
      display: 'grid',
      gap: theme.spacing(2),
      '&:empty': { display: 'none' },
    },
    step: {
      margin: 0,
      fontSize: '1.125rem',
      alignSelf: 'flex-start',
      fontWeight: 600,
      color: theme.palette.text.primary,
    },
  }),
  { name: 'KratixFormSession' },
);

/** One form from its first field to the moment it was sent. @internal */
export function FormSession(
  props: FormSubject & {
    schema: PromiseSchema;
    opening: Opening;
    places: RequestPlace[];
    drafts: Drafts;
    onStartOver: () => void;
  },
) {
  const classes = useStyles();
  const { t } = useKratixTranslation();
  const kratix = useApi(kratixApiRef);
  const links = useLinks();
  const navigate = useNavigate();
  const { mode, title, promise, api, schema, opening, source } = props;
  const { document } = opening;
  const [who, setWho] = useState(opening.who);
  const [step, setStep] = useFormStep();
  const [verdict, setVerdict] = useState<Verdict>();
  const [failure, setFailure] = useState<WriteProblem>();
  const [busy, setBusy] = useState(false);
  const { refused, setRefusals } = useRefusals(document);
  const details = useRef<DetailsHandle>(null);
  const heading = useRef<HTMLHeadingElement>(null);

  const { base, overtaken, look, choose } = useConflict({
    document,
    flush: () => details.current?.flush(),
    source: mode === 'edit' ? source : undefined,
    generation: props.request?.generation,
    conflicts: opening.conflicts,
  });
  const keeping = useDraftKeeping({
    document,
    drafts: props.drafts,
    plan: schema.form.plan,
    who,
    base: useBaseText(base),
  });

  const name = useTextAt(document, ['metadata', 'name']);
  const namespace = useTextAt(document, ['metadata', 'namespace']) || '-';
  const nameCheck = useNameCheck({
    platform: promise.platform,
    crd: api.crd,
    namespace,
    name,
    // Where nobody may request no name is theirs to ask about.
    enabled: mode !== 'edit' && choosePlace(props.places) !== undefined,
  });
  useFreeProposal();

  // Whoever can't see the step change is taken to its beginning.
  const shownStep = useRef(step);
  const goTo = useRef<ValuePath>();
  useEffect(() => {
    if (shownStep.current === step) return;
    shownStep.current = step;
    if (step === 'details' && goTo.current) {
      details.current?.goTo(goTo.current);
      goTo.current = undefined;
    } else {
      heading.current?.focus();
    }
  }, [step]);

  const next = () => {
    if (!details.current?.validate()) return;
    setFailure(undefined);
    setStep('review');
  };
  const undecided = overtaken.conflicts.length > 0;
  let notNow: string | undefined;
  if (undecided) notNow = t('formPage.conflict.chooseFirst');
  else if (verdict && !verdict.changed) {
    notNow = t('formPage.review.nothingChanged');
  } else if (verdict && !verdict.may) {
    notNow = t('formPage.review.mendFirst');
  }

  const submit = async () => {
    if (busy || notNow !== undefined) return;
    setBusy(true);
    setFailure(undefined);
    try {
      const ref = await send();
      keeping.sent();
      // The page of the request waits for the platform's cache from here on.
      const submittedAt = new Date().toISOString();
      navigate(links.request(ref), { state: { submittedAt } });
    } catch (error) {
      setBusy(false);
      const problem = writeProblem(error, schema.openApi);
      const moved =
        mode === 'edit' && problem.kind === 'conflict' && (await look());
      setRefusals(problem.fields);
      if (!moved) setFailure(problem);
    }
  };

  const root = useRef<HTMLElement>(null);
  useGoOnKeys(root, () => {
    if (step === 'details') next();
    // Failures are shown on the page.
    else submit().catch(() => {});
  });

  const onGoTo = useCallback(
    (path: ValuePath) => {
      goTo.current = path;
      setStep('details');
    },
    [setStep],
  );
  const where =
    namespace === '-'
      ? promise.freshness.title
      : t('formPage.where.place', {
          namespace,
          platform: promise.freshness.title,
        });
  const leave = source ? links.request(source.ref) : links.promise(promise);

  return (
    <section ref={root} className={classes.root}>
      <PageHeading
        title={<bdi>{title}</bdi>}
        before={<LetterTile name={promise.title} size={36} />}
      >
        <FormSteps current={step} />
      </PageHeading>
      <div className={classes.narrow}>
        <FormNotices
          promise={promise}
          opening={opening}
          overtaken={overtaken}
          onStartOver={props.onStartOver}
        />
        {undecided && (
          <ConflictPanel conflicts={overtaken.conflicts} onChoose={choose} />
        )}
      </div>
      <h2 className={classes.step} ref={heading} tabIndex={-1}>
        {t(`formPage.step.${step}`)}
      </h2>
      <DetailsStep
        {...props}
        ref={details}
        hidden={step !== 'details'}
        document={document}
        base={base}
        who={who}
        name={name}
        namespace={namespace}
        nameCheck={nameCheck}
        refused={refused}
        onWho={setWho}
        onPlatform={toPlatform}
      />
      {step === 'review' && (
        <div className={classes.narrow}>
          <ReviewStep
            {...props}
            document={document}
            who={who}
            name={nameCheck.state}
            base={base}
            where={where}
            failure={failure}
            onGoTo={onGoTo}
            onVerdict={setVerdict}
            onRefused={setRefusals}
            onConflict={look}
          />
        </div>
      )}
      <FormFooter
        before={
          step === 'details' ? (
            <ActionButton main variant="text" to={leave}>
              {t('formPage.cancel')}
            </ActionButton>
          ) : (
            <ActionButton main onClick={() => setStep('details')}>
              {t('formPage.toDetails')}
            </ActionButton>
          )
        }
        hint={t('formPage.nextHint')}
      >
        {step === 'details' ? (
          <ActionButton main variant="contained" color="primary" onClick={next}>
            {t('formPage.next')}
          </ActionButton>
        ) : (
          <ActionButton
            main
            variant="contained"
            color="primary"
            busy={busy}
            reason={notNow}
            onClick={submit}
          >
            {t(`formPage.submit.${mode}`)}
          </ActionButton>
        )}
      </FormFooter>
    </section>
  );

  async function send() {
    if (mode === 'edit' && base) {
      const patch = document.patchFrom(base.object);
      const { ref, generation } = base;
      await kratix.updateRequest(ref, { generation, patch });
      return ref;
    }
    const body = createBody(document.withoutDefaults(schema.form.plan), who);
    const at = { platform: promise.platform, crd: api.crd };
    await kratix.createRequest(at, body);
    return { ...at, namespace: body.namespace, name: body.name };
  }

  /** The same form on another platform, with what was filled in. */
  function toPlatform(platform: string) {
    const carried = {
      text: textWithoutSecrets(document.text, schema.form.plan),
      ...who,
      savedAt: new Date().toISOString(),
    };
    navigate(links.newRequest({ platform, name: promise.name }), {
      state: { carried },
      replace: true,
    });
  }

  /** A name that nobody typed gives way to a free one, once. */
  function useFreeProposal() {
    const proposed = useRef(opening.nameProposed ? name : undefined);
    const { state, suggestion } = nameCheck;
    useEffect(() => {
      if (state === 'checking' || proposed.current === undefined) return;
      const isProposal =
        fieldAt(document.value, ['metadata', 'name']) === proposed.current;
      if (isProposal && state === 'taken' && suggestion) {
        proposed.current = undefined;
        document.set(['metadata', 'name'], suggestion);
        keeping.startsHere();
      }
    });
  }
}
