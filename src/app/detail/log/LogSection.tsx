import { t } from '../../../words/words.ts';
import { useSetting } from '../../settings.ts';
import { formatDay } from '../../ui/format.ts';
import { Later } from '../../ui/Later.tsx';
import { useSecond } from '../../ui/useSecond.ts';
import { Section } from '../Section.tsx';
import { isTooOld, keptUntil, laterLog, loadLabel, withoutLog } from './logPlan.ts';
import { countsWords, isComing, spokenEnd } from './logWords.ts';
import { useOperationLog, useReading } from './operationLog.ts';
import { ReadingState } from './ReadingState.tsx';
import styles from './LogSection.module.css';
import { useScrolledToLog } from './useScrolledToLog.ts';

/** What shows items comes with the first log that has any. */
const loadBrowser = () => import('./LogBrowser.tsx');

/** What became of each item of a batch. Read once, when the operation has ended; a large one when it is wanted. */
export function LogSection() {
  const { plan, wanted, broken, session, operation, load, region } = useOperationLog();
  const reading = useReading(session);
  useScrolledToLog(region, !wanted || broken || (reading !== null && !isComing(reading)));
  const show = () => {
    load();
    // The button goes away; the focus must not fall out of the region with it.
    region.current?.focus({ preventScroll: true });
  };
  return (
    <Section title={t('Log')} ref={region} note={<Note />}>
      {plan === 'none' && <p className="muted">{withoutLog(operation)}</p>}
      {plan === 'later' && <p className="muted">{laterLog(operation)}</p>}
      {plan === 'offer' && !wanted && (
        <button type="button" className="button" onClick={show}>
          {loadLabel(operation)}
        </button>
      )}
      {wanted && <Wanted />}
    </Section>
  );
}

function Wanted() {
  const { session, broken, load } = useOperationLog();
  const reading = useReading(session);
  if (broken) {
    return (
      <p role="alert">
        {t('The part of the page that reads logs could not be loaded.')}{' '}
        <button type="button" className="button small" onClick={load}>
          {t('Retry')}
        </button>
      </p>
    );
  }
  const items = reading !== null && (reading.items > 0 || isComing(reading));
  return (
    <>
      <ReadingState reading={reading} session={session} />
      {session && items && (
        <div className={isComing(reading) ? styles.coming : undefined}>
          <Later load={loadBrowser}>{({ LogBrowser }) => <LogBrowser session={session} />}</Later>
        </div>
      )}
      <span role="status" className="visually-hidden">
        {reading && spokenEnd(reading)}
      </span>
    </>
  );
}

/** What the log holds, and how long the API keeps it. */
function Note() {
  const { operation, session } = useOperationLog();
  const reading = useReading(session);
  const zone = useSetting('zone');
  const now = useSecond(false);
  const until = keptUntil(operation);
  const kept =
    until !== null && reading?.phase !== 'failed' && !isTooOld(operation, now)
      ? t('kept until about {day}', { day: formatDay(until, zone, now) })
      : null;
  const counts = reading && reading.items > 0 ? countsWords(reading) : null;
  const words = [counts, kept].filter((part) => part !== null).join(' · ');
  return words === '' ? null : <span>{words}</span>;
}
