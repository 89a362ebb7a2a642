/** What begins a line that is meant for a shell: the programs that the project's documents may name. */
const PROGRAMS = /^(?:[A-Z_]+=\S* )*(?:npm|npx|node|git|docker|podman|openssl|chmod|curl|sh|bash) \S/;
/** Languages of a fenced block that is no shell's. */
const OTHERS = /^(?:python|json|mermaid)$/;

/**
 * Every command of a Markdown text: the lines of fenced blocks (all of a block for `sh`, of others those that look like
 * one) and inline code that looks like one. What `&&` joins are several; a line that ends in a backslash goes on.
 */
export function shellCommands(markdown: string): string[] {
  const blocks = [...markdown.matchAll(/^```(\S*)\n([\s\S]*?)^```/gm)];
  const fenced = blocks.flatMap(([, language = '', text = '']) => {
    if (OTHERS.test(language)) return [];
    const lines = text
      .replaceAll(/\\\n\s*/g, '')
      .split('\n')
      .filter(Boolean);
    return language === 'sh' ? lines : lines.filter((line) => PROGRAMS.test(line));
  });
  const prose = markdown.replaceAll(/^```[\s\S]*?^```/gm, '');
  const inline = Array.from(prose.matchAll(/`([^`\n]+)`/g), ([, text = '']) => text).filter((text) =>
    PROGRAMS.test(text),
  );
  const commands = [...fenced, ...inline].flatMap((line) => line.split(' && '));
  // What passes flags on, without any.
  return [...new Set(commands.map((command) => command.trim().replace(/ --$/, '')))];
}
