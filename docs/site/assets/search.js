// The search page: every word must occur, and the title counts most.
(() => {
  const input = document.getElementById("q");
  const results = document.getElementById("results");
  const count = document.getElementById("count");
  const SHOWN = 50;

  const words = (text) => text.toLowerCase().split(/\s+/).filter(Boolean);

  function score(entry, wanted) {
    const title = entry.title.toLowerCase();
    const text = entry.text.toLowerCase();
    let sum = 0;
    for (const word of wanted) {
      if (title === word) sum += 100;
      else if (title.startsWith(word)) sum += 20;
      else if (title.includes(word)) sum += 10;
      else if (text.includes(word)) sum += 1;
      else return 0;
    }
    return sum;
  }

  function item({ title, kind, href, text }) {
    const li = document.createElement("li");
    const link = li.appendChild(document.createElement("a"));
    link.href = href;
    link.textContent = title;
    const about = li.appendChild(document.createElement("span"));
    about.textContent = kind;
    const passage = li.appendChild(document.createElement("p"));
    passage.textContent = text.length > 200 ? `${text.slice(0, 200)}…` : text;
    return li;
  }

  function show() {
    const wanted = words(input.value);
    const found =
      wanted.length === 0 ? [] : searchIndex.map((entry) => ({ entry, sum: score(entry, wanted) }));
    const ranked = found.filter(({ sum }) => sum > 0).sort((a, b) => b.sum - a.sum);
    results.replaceChildren(...ranked.slice(0, SHOWN).map(({ entry }) => item(entry)));
    if (wanted.length === 0) count.textContent = "";
    else if (ranked.length > SHOWN)
      count.textContent = `${ranked.length} places, the first ${SHOWN} of them:`;
    else count.textContent = ranked.length === 1 ? "1 place" : `${ranked.length || "No"} places`;
  }

  input.value = new URLSearchParams(location.search).get("q") ?? "";
  input.addEventListener("input", show);
  input.form.addEventListener("submit", (event) => {
    event.preventDefault();
    history.replaceState(null, "", `?q=${encodeURIComponent(input.value)}`);
    show();
  });
  input.focus();
  show();
})();
