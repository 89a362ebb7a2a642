import { t } from '../../../words/words.ts';
import { withoutAttribute } from './attributes.ts';
import editor from './editor.module.css';
import type { EditorProps } from './editor.ts';

/** What ends a range's form: taking the filter away, and applying what was entered. */
export function EditorActions({
  field,
  finish,
}: {
  field: Parameters<typeof withoutAttribute>[0];
  finish: EditorProps['commit'];
}) {
  return (
    <div className={editor.actions}>
      <button
        type="button"
        className="button ghost"
        onClick={() => finish((now) => withoutAttribute(field, now))}
      >
        {t('Clear')}
      </button>
      <button type="submit" className="button primary">
        {t('Apply')}
      </button>
    </div>
  );
}
