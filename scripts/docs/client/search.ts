import { type SearchEntry, SiteSearch } from "./engine.js";
import { synonymsOf, wantedWords } from "./words.js";

/** The script of the search pages: `search-index.js` has defined the entries before it runs. */
declare const searchIndex: readonly SearchEntry[];

const SHOWN = 50;
const WORDS = {
  en: {
    places: (count: number) => (count === 1 ? "1 place" : `${count} places`),
    first: (count: number) => `${count} places, the first ${SHOWN} of them:`,
    none: "Nothing found. Search for an error code, a field, a command or a word of the guide.",
  },
  "zh-CN": {
    places: (count: number) => `${count}处`,
    first: (count: number) => `${count}处，显示前${SHOWN}处：`,
    none: "没有找到。可以搜索错误码、字段、命令或指南中的词。",
  },
};
const chinese = document.documentElement.lang === "zh-CN";
const words = WORDS[chinese ? "zh-CN" : "en"];
const search = new SiteSearch(searchIndex);

function start(input: HTMLInputElement, results: Element, count: Element): void {
  function show(): void {
    const found = search.find(input.value);
    results.replaceChildren(...found.slice(0, SHOWN).map(item));
    if (input.value.trim() === "") count.textContent = "";
    else if (found.length === 0) count.textContent = words.none;
    else count.textContent = (found.length > SHOWN ? words.first : words.places)(found.length);
  }

  function item({ title, kind, href, text, chinese: translated }: SearchEntry): Element {
    const li = document.createElement("li");
    const link = li.appendChild(document.createElement("a"));
    link.href = href;
    link.textContent = title;
    li.appendChild(document.createElement("span")).textContent = kind;
    li.appendChild(document.createElement("p")).append(
      ...passage((chinese && translated) || text || translated || ""),
    );
    return li;
  }

  /** The part of a text in which the wanted words stand, with marks on them. */
  function passage(text: string): (string | Element)[] {
    const forms = wantedWords(input.value).flatMap(({ whole }) => [whole, ...synonymsOf(whole)]);
    const pattern = new RegExp(
      `(${forms.map((form) => form.replaceAll(/[^\p{L}\p{N}]/gu, "\\$&")).join("|")})`,
      "giu",
    );
    const plain = text.replaceAll(/`|\*\*/g, "");
    const at = forms.length === 0 ? 0 : Math.max(0, plain.search(pattern));
    const from = at < 120 ? 0 : plain.indexOf(" ", at - 80) + 1;
    const shown = `${from > 0 ? "… " : ""}${plain.slice(from, from + 240)}${plain.length > from + 240 ? " …" : ""}`;
    return shown.split(pattern).map((part, at) => {
      if (at % 2 === 0) return part;
      const mark = document.createElement("mark");
      mark.textContent = part;
      return mark;
    });
  }

  input.value = new URLSearchParams(location.search).get("q") ?? "";
  input.addEventListener("input", () => {
    history.replaceState(null, "", `?q=${encodeURIComponent(input.value)}`);
    show();
  });
  input.form?.addEventListener("submit", (event) => event.preventDefault());
  input.focus();
  show();
}

const input = document.querySelector<HTMLInputElement>("#q");
const results = document.querySelector("#results");
const count = document.querySelector("#count");
if (input !== null && results !== null && count !== null) start(input, results, count);
