// The interface that the portal draws for a timeline widget with useBuiltInInterface = Y, as the widget's hidden page
// describes it. Whatever the page says is shown as text.

const BLOCKS = {
  __proto__: null,
  text: (p) => element("span", { text: p.value, style: p, className: p.multiline ? "lines" : "" }),
  link: (p, id, ui) => element("a", { text: p.text, style: p, href: target(p.action), onclick: ui.acts(id, p.action) }),
  withTitle: (p, id, ui) =>
    element("div", { className: p.inline ? "titled inline" : "titled" }, [
      element("span", { text: p.title, className: "label" }),
      ui.block(id, p.block),
    ]),
  lineOfBlocks: (p, _, ui) => element("div", { className: "line" }, ui.blocks(p.blocks)),
  list: (p, _, ui) => element("ul", {}, ui.blocks(p.blocks).map((item) => element("li", {}, [item]))),
  section: (p, _, ui) => {
    const image = p.imageSrc ? [element("img", { src: p.imageSrc, alt: "" })] : [];
    return element("section", { className: `block ${p.type ?? "default"}` }, [...image, ...ui.blocks(p.blocks)]);
  },
  dropdownMenu: (p, id, ui) => ui.field(id, p, choice(p), "selectedValue"),
  select: (p, id, ui) => ui.field(id, p, choice(p), "selectedValue"),
  input: (p, id, ui) => ui.field(id, p, element("input", { value: p.value, placeholder: p.placeholder }), "value"),
  textarea: (p, id, ui) =>
    ui.field(id, p, element("textarea", { value: p.value, placeholder: p.placeholder, rows: 3 }), "value"),
};

export class BuiltInInterface {
  // `answer(key, value)` calls back into the page; `openApplication(value)` opens the app's own page.
  constructor(root, answer, openApplication) {
    this.root = root;
    this.answer = answer;
    this.openApplication = openApplication;
    this.layout = null;
    this.listeners = [];
    this.commands = {
      __proto__: null,
      setLayout: (layout) => this.draw((this.layout = layout)),
      setLayoutItemState: (item) => this.changeBlock(item),
      setPrimaryButtonState: (state) => this.changeButton("primaryButton", state),
      setSecondaryButtonState: (state) => this.changeButton("secondaryButton", state),
      bindLayoutEventCallback: (id, key) => this.listen("event", key, id),
      bindValueChangeCallback: (id, key) => this.listen("value", key, id),
      bindPrimaryButtonClickCallback: (_, key) => this.listen("primaryButton", key),
      bindSecondaryButtonClickCallback: (_, key) => this.listen("secondaryButton", key),
      bindEntityUpdateCallback: (_, key) => this.listen("entity", key),
      lock: () => this.lock(true),
      unlock: () => this.lock(false),
      finish: () => this.finish(),
    };
  }

  // What a person sees until the page has called setLayout.
  load() {
    this.listeners = [];
    this.layout = null;
    this.lock(false);
    this.root.hidden = false;
    this.root.replaceChildren(element("div", { className: "loader", role: "status", ariaLabel: "Loading" }));
  }

  draw() {
    if (!this.layout?.blocks) return;
    this.nodes = new Map();
    const buttons = ["primaryButton", "secondaryButton"].flatMap((name) => this.button(name));
    this.root.replaceChildren(...this.blocks(this.layout.blocks), element("div", { className: "buttons" }, buttons));
  }

  blocks(blocks) {
    return Object.entries(blocks ?? {}).map(([id, block]) => this.block(id, block));
  }

  block(id, block) {
    const node = BLOCKS[block?.type]?.(block.properties ?? {}, id, this) ?? element("div", {});
    node.hidden = block?.visible === false;
    this.nodes.set(id, node);
    return node;
  }

  // A field with its title and what is wrong with it; `holds` is the property that follows what a person enters.
  field(id, properties, input, holds) {
    input.name = id;
    input.disabled = Boolean(properties.disabled);
    input.oninput = () => {
      properties[holds] = input.value;
      this.tell("value", { id, value: input.value }, id);
    };
    const title = properties.title ? [element("span", { text: properties.title, className: "label" })] : [];
    const wrong = properties.errorText ? [element("span", { text: properties.errorText, className: "wrong" })] : [];
    return element("label", { className: "field" }, [...title, input, ...wrong]);
  }

  button(name) {
    const { title, state } = this.layout[name] ?? {};
    if (!title) return [];
    const onclick = () => this.tell(name, null);
    const className = name === "primaryButton" ? "go" : "";
    const node = element("button", { text: title, type: "button", className, disabled: state === "disabled", onclick });
    this.nodes.set(name, node);
    return [node];
  }

  acts(id, action) {
    if (action?.type === "layoutEvent") return stopped(() => this.tell("event", { id, value: action.value }, id));
    if (action?.type === "openRestApp") return stopped(() => this.openApplication(action.value));
    return null;
  }

  listen(kind, key, id) {
    this.listeners.push({ kind, key, id });
  }

  tell(kind, value, id) {
    const heard = this.listeners.filter((listener) => listener.kind === kind && (!listener.id || listener.id === id));
    heard.forEach((listener) => this.answer(listener.key, value));
  }

  changeBlock({ id, visible, properties }) {
    const block = found(this.layout?.blocks, id);
    if (!block) return;
    block.visible = visible ?? block.visible;
    block.properties = { ...block.properties, ...properties };
    this.nodes.get(id)?.replaceWith(this.block(id, block));
  }

  changeButton(name, state) {
    if (!this.layout?.[name]) return;
    Object.assign(this.layout[name], state);
    this.nodes.get(name)?.replaceWith(...this.button(name));
  }

  lock(locked) {
    this.root.inert = locked;
    this.root.ariaBusy = locked;
  }

  finish() {
    this.root.hidden = true;
    this.layout = null;
  }
}

function found(blocks, id) {
  for (const [name, block] of Object.entries(blocks ?? {})) {
    const inner = name === id ? block : found(block.properties?.blocks, id);
    if (inner) return inner;
  }
  return null;
}

function element(name, { text, style, ...properties }, children = []) {
  const node = document.createElement(name);
  for (const [property, value] of Object.entries(properties)) {
    if (value !== undefined && value !== null) node[property] = value;
  }
  if (text !== undefined) node.textContent = text;
  if (style) Object.assign(node.dataset, { size: style.size ?? "md", color: style.color ?? "", bold: style.bold ?? "" });
  node.append(...children);
  return node;
}

function choice({ values, selectedValue }) {
  const options = Object.entries(values ?? {}).map(([value, title]) => element("option", { value, text: title }));
  const select = element("select", {}, options);
  if (selectedValue !== undefined) select.value = selectedValue;
  return select;
}

// Where a link leads: other addresses than web pages are not followed. The documentation calls it value and uri.
function target(action) {
  if (action?.type !== "redirect") return "#";
  const address = new URL(action.value ?? action.uri ?? "#", location.href);
  return ["http:", "https:"].includes(address.protocol) ? address.href : "#";
}

function stopped(act) {
  return (event) => {
    event.preventDefault();
    act();
  };
}
