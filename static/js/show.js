// A new password is typed once; a button shows what was typed. The field is a
// password again before its form is sent, so that nothing keeps the words.

export function startShow() {
  for (const field of document.querySelectorAll("input[autocomplete=new-password]")) offer(field);
}

function offer(field) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "plain show";
  button.textContent = "Show password";
  button.setAttribute("aria-pressed", "false");
  const show = (shown) => {
    field.type = shown ? "text" : "password";
    button.setAttribute("aria-pressed", String(shown));
  };
  button.addEventListener("click", () => show(field.type === "password"));
  field.form.addEventListener("submit", () => show(false));
  field.after(button);
}
