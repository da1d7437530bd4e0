// What every page of the site does: buttons that copy code, the way to the search by keyboard, a language switch that
// keeps the place, and a word about an address whose place there is not.
(() => {
  const chinese = document.documentElement.lang === "zh-CN";
  const words = chinese
    ? { copy: "复制", copied: "已复制", lost: (id) => `本页没有“${id}”这个位置。` }
    : { copy: "Copy", copied: "Copied", lost: (id) => `This page has no place called “${id}”.` };

  function addCopyButton(block) {
    const frame = document.createElement("div");
    frame.className = "code";
    const button = document.createElement("button");
    button.type = "button";
    button.className = "copy";
    button.textContent = words.copy;
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(
        (block.querySelector("code") ?? block).textContent.replace(/\n$/, ""),
      );
      button.textContent = words.copied;
      setTimeout(() => {
        button.textContent = words.copy;
      }, 2000);
    });
    block.replaceWith(frame);
    frame.append(block, button);
  }

  for (const block of document.querySelectorAll("main pre")) addCopyButton(block);

  // On a narrow screen the list of sections would push the text off the screen.
  if (matchMedia("(max-width: 56rem)").matches) {
    for (const list of document.querySelectorAll(".toc details")) list.open = false;
  }

  const find = document.querySelector(".find input, #q");
  addEventListener(
    "keydown",
    (event) => {
      const typing = /^(INPUT|TEXTAREA|SELECT)$/.test(document.activeElement?.tagName ?? "");
      const wanted =
        (event.key === "k" && (event.ctrlKey || event.metaKey)) || (event.key === "/" && !typing);
      if (!wanted || find === null) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      find.focus();
    },
    true,
  );

  // An address whose place is not on the page would land at its top without a word. Redoc says so itself.
  const drawn = document.getElementById("redoc") !== null;
  const lost = document.createElement("p");
  lost.className = "lost";
  lost.setAttribute("role", "status");
  function decoded(text) {
    try {
      return decodeURIComponent(text);
    } catch {
      return text;
    }
  }
  function checkPlace() {
    const [, hash] = /^#(.*?)(?::~:.*)?$/.exec(location.hash) ?? ["", ""];
    const id = decoded(hash);
    lost.remove();
    if (id === "" || document.getElementById(id) !== null || (drawn && id.startsWith("/"))) return;
    lost.textContent = words.lost(id);
    document.body.append(lost);
  }
  addEventListener("hashchange", checkPlace);
  checkPlace();

  const language = document.querySelector(".site-header .language[data-twin]");
  language?.addEventListener("click", () => {
    language.hash = location.hash;
    language.search = location.search;
  });
})();
