import { Fragment, memo } from 'react';
import { t } from '../../words/words.ts';
import styles from './CompareTable.module.css';
import { sameCell, type Cell, type FactRow } from './comparison.ts';
import { SpanValue, TextValue, TimeValue } from './FactValue.tsx';
import { MASK } from '../../toloka/secrets.ts';
import { countDifference, isCount, plainValues } from './values.ts';

/** One fact, as each of the operations has it. */
export const FactRowView = memo(function FactRowView({ row }: { row: FactRow }) {
  const { name, isPath, cells, differs, group } = row;
  const texts = plainValues(cells, isCount(name));
  const reference = cells.findIndex(({ kind }) => kind !== 'unknown');
  const base = cells[reference];
  return (
    <tr>
      <th scope="row" className={styles.name}>
        {isPath ? <code>{name === '' ? t('(all of it)') : <Breakable text={name} />}</code> : t(name)}
      </th>
      {cells.map((cell, index) => (
        <td
          // The columns of a table have no other name than their place.
          key={index}
          className={isPath ? styles.data : undefined}
          data-departs={differs && base && isTelling(cell) && !sameCell(base, cell)}
        >
          <CellValue
            cell={cell}
            text={texts[index] ?? null}
            base={index === reference ? null : (base ?? null)}
            baseText={index === reference ? null : (texts[reference] ?? null)}
            differs={differs}
            difference={index === reference || !base || !isCount(name) ? null : countDifference(cell, base)}
            missing={group === 'Durations' ? t('not known') : t('not set')}
          />
        </td>
      ))}
    </tr>
  );
});

/** A path that breaks between its words where it has to. */
function Breakable({ text }: { text: string }) {
  return text.split(/(?<=[._])|(?=\[)/).map((part, index) => (
    // The parts never change places.
    <Fragment key={index}>
      {index > 0 && <wbr />}
      {part}
    </Fragment>
  ));
}

/** Where there is nothing, words say so; times hardly ever agree; durations say themselves by how much they differ. */
function isTelling({ kind }: Cell): boolean {
  return kind === 'json' || kind === 'secret' || kind === 'deeper';
}

function CellValue({
  cell,
  text,
  base,
  baseText,
  differs,
  difference,
  missing,
}: {
  cell: Cell;
  text: string | null;
  /** What the cell is held against; null where it is that itself. */
  base: Cell | null;
  baseText: string | null;
  differs: boolean;
  /** By how much a count differs. */
  difference: string | null;
  missing: string;
}) {
  switch (cell.kind) {
    case 'json':
      return (
        <>
          <TextValue text={text ?? ''} base={baseText} />
          {difference !== null && <small className={styles.difference}>{difference}</small>}
        </>
      );
    case 'time':
      return <TimeValue at={cell.at} />;
    case 'span':
      return <SpanValue span={cell.span} base={base?.kind === 'span' ? base.span : null} />;
    case 'secret':
      return (
        <>
          {MASK} <small className={styles.aside}>{differs ? t('hidden, not the same') : t('hidden')}</small>
        </>
      );
    case 'deeper':
      return (
        <span className={styles.none}>
          {cell.of === 'list' ? t('a list, see below') : t('an object, see below')}
        </span>
      );
    case 'missing':
      return <span className={styles.none}>{missing}</span>;
    case 'unknown':
      return (
        <span className={styles.none}>
          <span aria-hidden="true">–</span>
          <span className="visually-hidden">{t('not loaded')}</span>
        </span>
      );
  }
}
