// What Redoc does not do by itself on the pages of the contracts.
(() => {
  const root = document.documentElement;

  // Redoc remembers a choice of colours that these pages do not offer: the system decides, as on every page.
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const follow = () => {
    const [wanted, other] = dark.matches ? ["dark", "light"] : ["light", "dark"];
    if (root.classList.contains(wanted) && !root.classList.contains(other)) return;
    root.classList.remove(other);
    root.classList.add(wanted);
  };
  dark.addEventListener("change", follow);
  new MutationObserver(follow).observe(root, { attributeFilter: ["class"] });
  follow();

  // Redoc speaks English. On a Chinese page, `redocLabels` says what its labels are called there.
  const labels = window.redocLabels ?? { exact: {}, patterns: [] };
  const contents = 'pre, code, .schema-name, [data-component-name="Markdown/Markdown"], script, .site-header';
  function translate(label) {
    if (Object.hasOwn(labels.exact, label)) return labels.exact[label];
    const [pattern, text] = labels.patterns.find(([candidate]) => candidate.test(label)) ?? [];
    return pattern === undefined ? label : label.replace(pattern, text);
  }
  function translateText(node) {
    const label = node.nodeValue.trim();
    const text = translate(label);
    if (text !== label && !node.parentElement?.closest(contents)) {
      node.nodeValue = node.nodeValue.replace(label, text);
    }
  }
  function translateAll(element) {
    const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) translateText(texts.currentNode);
    for (const name of ["aria-label", "placeholder"]) {
      for (const labelled of [element, ...element.querySelectorAll(`[${name}]`)]) {
        const label = labelled.getAttribute(name);
        if (label !== null && translate(label) !== label) labelled.setAttribute(name, translate(label));
      }
    }
  }

  // Redoc folds the operations of every tag, and shows those of one at a time: without an address of an operation, the
  // page opens with the first.
  let unfolded = location.hash.length > 2;
  function unfold() {
    const [button] = document.querySelectorAll("#redoc [data-section-id] > button");
    if (unfolded || !/^\+ (Show|展开)$/.test(button?.textContent.trim() ?? "")) return;
    unfolded = true;
    button.click();
  }

  // Names and roles for those who hear the page or have no mouse.
  function mend(element) {
    for (const menu of element.querySelectorAll(".menu-content:not([role])")) {
      menu.setAttribute("role", "navigation");
      menu.setAttribute("aria-label", translate("Contract"));
    }
    for (const search of element.querySelectorAll('[data-testid="search-trigger"] > div:not([role])')) {
      search.setAttribute("role", "button");
      search.tabIndex = 0;
      search.addEventListener("keydown", (event) => {
        if (event.key !== "Enter" && event.key !== " ") return;
        event.preventDefault();
        search.click();
      });
    }
    for (const dialog of element.querySelectorAll('[data-testid="search-dialog"]:not([role])')) {
      dialog.setAttribute("role", "dialog");
      dialog.setAttribute("aria-modal", "true");
      dialog.setAttribute("aria-label", translate("Search"));
    }
    for (const button of element.querySelectorAll('[data-component-name="Search/SearchInput"] button')) {
      if (button.textContent.trim() === "") button.setAttribute("aria-label", translate("Clear"));
    }
    // A name that hides the text of its button: those who speak to the page could not press it.
    for (const button of element.querySelectorAll("button[aria-label]")) {
      const text = button.textContent.trim().toLowerCase();
      if (text !== "" && !button.ariaLabel.toLowerCase().includes(text)) button.removeAttribute("aria-label");
    }
  }

  function tend(element) {
    if (window.redocLabels !== undefined) translateAll(element);
    mend(element.parentElement ?? element);
    unfold();
  }
  new MutationObserver((changes) => {
    for (const { type, target, addedNodes } of changes) {
      if (type === "characterData") translateText(target);
      for (const node of addedNodes) {
        if (node.nodeType === Node.TEXT_NODE) translateText(node);
        if (node.nodeType === Node.ELEMENT_NODE) tend(node);
      }
    }
  }).observe(root, { childList: true, characterData: true, subtree: true });
})();
