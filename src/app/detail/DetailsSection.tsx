import { decodeBatchCounts } from '../../toloka/batchCounts.ts';
import { isJsonObject, type Operation } from '../../toloka/operation.ts';
import { hasLog, isTerminal } from '../../toloka/vocabulary.ts';
import { t } from '../../words/words.ts';
import { AnswerList } from './AnswerList.tsx';
import { BatchCountsView } from './BatchCountsView.tsx';
import { FactList } from './FactList.tsx';
import { answersOf, awaitedAnswers, cloneFacts, factsOf, withoutCounts } from './facts.ts';
import { Section } from './Section.tsx';

/** What came of the operation, as far as the API tells. */
export function DetailsSection({ operation }: { operation: Operation }) {
  return (
    <Section title={t('Details')} look="card">
      <Outcome operation={operation} />
    </Section>
  );
}

function Outcome({ operation }: { operation: Operation }) {
  const { details, parameters, type, status } = operation;
  const ended = isTerminal(status);
  const counts = decodeBatchCounts(details);
  if (counts && isJsonObject(details)) {
    const rest = factsOf(withoutCounts(details));
    return (
      <>
        <BatchCountsView counts={counts} />
        {rest.length > 0 && <FactList facts={rest} />}
      </>
    );
  }
  const facts = type.endsWith('.CLONE') ? cloneFacts(operation) : [];
  if (facts.length > 0) return <FactList facts={facts} />;
  const told = factsOf(details);
  // What is to come has its place already, so that nothing moves when it is there.
  const awaits = !ended && told.length === 0;
  if (awaits && hasLog(type) === true) return <BatchCountsView counts={null} />;
  const answers = awaits && type === 'ANALYTICS' ? awaitedAnswers(parameters) : answersOf(details);
  if (answers) return <AnswerList answers={answers} />;
  if (told.length > 0) return <FactList facts={told} />;
  return <p className="muted">{ended ? t('The API sent none.') : t('Filled in when the operation ends.')}</p>;
}
