/** The contact sheet: all pictures of a run, a row for each state. `shots`: `{state, file, width, theme}`. */
export function contactSheet(states, shots) {
  const rows = states.map(({ name, says }) => {
    const pictures = shots.filter(({ state }) => state === name);
    const figures = pictures.map(
      ({ file, width, theme }) =>
        `<a href="${file}"><figure><img src="${file}" alt="" loading="lazy"><figcaption>${width} px, ${theme}</figcaption></figure></a>`,
    );
    return `<section id="${name}"><h2>${name}</h2><p>${says}</p><div>${figures.join('')}</div></section>`;
  });
  return `<!doctype html>
<html lang="en"><meta charset="utf-8"><title>Toloka Operations: every screen and state</title>
<style>
:root { color-scheme: light dark; font: 14px system-ui; }
body { margin: 24px; }
h2 { margin: 32px 0 0; font-size: 16px; }
p { margin: 2px 0 8px; opacity: .7; }
div { display: flex; gap: 12px; overflow-x: auto; align-items: start; }
img { display: block; height: 300px; max-width: 560px; object-fit: cover; object-position: top; border: 1px solid #8885; }
figure { margin: 0; } figcaption { padding: 4px 0; font-size: 12px; opacity: .7; }
a { color: inherit; text-decoration: none; }
</style>
<h1>Every screen and state</h1>
<nav>${states.map(({ name }) => `<a href="#${name}">${name}</a>`).join(' · ')}</nav>
${rows.join('\n')}
</html>
`;
}
