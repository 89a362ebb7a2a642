/** What makes texts; each in the language that is spoken when it is called. */
const CALL = /^(?:t|plural|rich)\s*\(/;
/** What a regular expression can stand behind; behind anything else a `/` divides, or ends a tag. */
const BEFORE_REGEX = /(?:^|[=(,:[!&|?;{]|=>|\breturn)\s*$/;
const REGEX = /^\/(?:[^/\\[\n]|\\.|\[(?:[^\]\\\n]|\\.)*\])+\/[a-z]*/;
const QUOTED = /^(?:'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*")/;

/**
 * Where texts are made while a module is read, before the reader's language is known: the line numbers of calls that stand
 * in no function. Looks at brackets and arrows only, so it does not see what a function does that is itself called there.
 */
export function callsAtTopLevel(text: string): number[] {
  const code = bare(text);
  const found: number[] = [];
  /** For each open bracket whether it opens a function's body; for each arrow the depth at which its body stands. */
  const bodies: boolean[] = [];
  const arrows: number[] = [];
  for (let at = 0; at < code.length; at++) {
    const sign = code[at] ?? '';
    const before = code.slice(Math.max(0, at - 200), at);
    if ('({['.includes(sign)) bodies.push(opensFunction(sign, before));
    else if (')}]'.includes(sign)) bodies.pop();
    else if (sign === '>' && code[at - 1] === '=') arrows.push(bodies.length);
    const ends =
      sign === ',' || sign === ';' ? bodies.length : ')}]'.includes(sign) ? bodies.length + 1 : null;
    if (ends !== null) while ((arrows.at(-1) ?? -1) >= ends) arrows.pop();
    const inFunction = arrows.length > 0 || bodies.includes(true);
    if (!inFunction && !/(?:[\w.$]|\bfunction )$/.test(before) && CALL.test(code.slice(at, at + 20)))
      found.push(code.slice(0, at).split('\n').length);
  }
  return found;
}

/** Whether a bracket opens a function's parameters, or a function's, method's or class's body rather than an object. */
function opensFunction(sign: string, before: string): boolean {
  if (sign === '(') return /\bfunction\b\*?\s*\w*(?:<[^()]*>)?$/.test(before);
  // `} {`: what is returned has a type with braces of its own.
  return sign === '{' && /(?:\)(?:\s*:[^={]*)?|\} |\bclass\b[^{;]*)\s*$/.test(before);
}

/** The code without comments, and with nothing in its strings and regular expressions; its lines stay. */
function bare(text: string): string {
  let code = '';
  /** Brackets that are open in each template's `${…}`. */
  const templates: number[] = [];
  let at = 0;
  while (at < text.length) {
    const rest = text.slice(at, at + 4000);
    const comment = /^(?:\/\*[\s\S]*?\*\/|\/\/[^\n]*)/.exec(rest)?.[0];
    const literal =
      QUOTED.exec(rest)?.[0] ?? (BEFORE_REGEX.test(code.slice(-40)) ? REGEX.exec(rest)?.[0] : null);
    const sign = text[at] ?? '';
    const open = templates.at(-1);
    if (comment !== undefined) {
      code += comment.replaceAll(/[^\n]/g, '');
      at += comment.length;
    } else if (literal != null) {
      code += 'x';
      at += literal.length;
    } else if (sign === '`' || (sign === '}' && open === 0)) {
      if (sign === '}') templates.pop();
      const piece = /^[`}](?:[^`\\$]|\\[\s\S]|\$(?!\{))*(?:`|\$\{)?/.exec(text.slice(at))?.[0] ?? sign;
      if (piece.endsWith('${')) templates.push(0);
      code += `${sign === '`' ? '(' : ''}${piece.replaceAll(/[^\n]/g, '')}${piece.endsWith('${') ? '' : ')'}`;
      at += piece.length;
    } else {
      if (open !== undefined && sign === '{') templates[templates.length - 1] = open + 1;
      if (open !== undefined && sign === '}') templates[templates.length - 1] = open - 1;
      code += sign;
      at += 1;
    }
  }
  return code;
}
