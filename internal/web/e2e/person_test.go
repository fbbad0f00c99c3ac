package e2e_test

import (
	"net/http"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"

	"claimdesk/internal/web/browsertest"
)

// password is everybody's.
const password = "four quiet herons wade"

// person is somebody at a browser of their own.
type person struct {
	*browsertest.Page
	t    *testing.T
	base string
	noJS bool
}

// somebody opens a browser on a house.
func (h *house) somebody(b *browsertest.Browser, o browsertest.Options) *person {
	h.t.Helper()
	return &person{Page: b.Page(h.t, o), t: h.t, base: h.base, noJS: o.NoJS}
}

// visit opens a page, which must be there.
func (p *person) visit(path string) {
	p.t.Helper()
	if status := p.Navigate(p.base + path); status != http.StatusOK {
		p.t.Fatalf("%s answers %d", path, status)
	}
}

// follow clicks what leads to another page, which must be there.
func (p *person) follow(selector string) {
	p.t.Helper()
	p.meet(http.StatusOK, selector)
}

// meet clicks what leads to a page with a status.
func (p *person) meet(status int, selector string) {
	p.t.Helper()
	if got := p.Follow(selector); got != status {
		p.t.Fatalf("%s led to %s, which answers %d, not %d: %.1500s", selector, p.at(), got, status, p.Text("main"))
	}
}

// at is the path of the page, with its query.
func (p *person) at() string { return strings.TrimPrefix(p.URL(), p.base) }

// reads fails unless the page shows all the texts.
func (p *person) reads(texts ...string) {
	p.t.Helper()
	has(p.t, p.Text("body"), texts...)
}

// fine checks the page with axe-core, which runs only where scripts do.
func (p *person) fine(name string) {
	p.t.Helper()
	if !p.noJS {
		p.Axe(name)
	}
}

// ask evaluates an expression in the page.
func ask[T any](p *person, expression string) T {
	p.t.Helper()
	value, err := chromedp.Run(p.Ctx, chromedp.Evaluate[T](expression))
	if err != nil {
		p.t.Fatalf("%s: %v", expression, err)
	}
	return value
}

// setUp makes the first admin's account.
func (p *person) setUp(token string) {
	p.t.Helper()
	p.visit("/desk/setup/" + token)
	p.fine("setup")
	p.Fill("#name", "Mara Lind")
	p.Fill("#email", "mara@example.org")
	p.Fill("#password", password)
	p.follow("form .button")
	p.reads("You are the newsroom’s first admin.", "Your newsroom is ready. Where to begin")
	p.fine("desk, empty")
}

// invite adds a colleague and gives the path of the link for them.
func (p *person) invite(name, email, role string) string {
	p.t.Helper()
	p.Click(".account summary")
	p.follow(`.account a[href="/desk/people"]`)
	p.fine("people")
	p.follow(`a[href="/desk/people/new"]`)
	p.fine("person")
	p.Fill("#name", name)
	p.Fill("#email", email)
	p.Click(`label:has([name=role][value=` + role + `])`)
	p.follow("main form .button")
	link := p.Text(".once code")
	path, ours := strings.CutPrefix(link, p.base)
	if !ours {
		p.t.Fatalf("the link for %s is %q", name, link)
	}
	return path
}

// join chooses a password through a one-time link.
func (p *person) join(link string) {
	p.t.Helper()
	p.visit(link)
	p.fine("invitation")
	p.Fill("#password", password)
	p.follow("form .button")
	p.reads("Your password is set, and you are logged in.")
}

// leaveAndReturn logs out, and comes back in with email and password.
func (p *person) leaveAndReturn(email string) {
	p.t.Helper()
	p.Click(".account summary")
	p.follow(`form[action="/desk/logout"] button`)
	p.fine("login")
	p.Fill("#email", email)
	p.Fill("#password", "not the password")
	p.meet(http.StatusUnprocessableEntity, "form .button")
	if got := p.Value("#email"); got != email {
		p.t.Errorf("the refused log-in keeps %q as the email", got)
	}
	p.fine("login, refused")
	p.Fill("#password", password)
	p.follow("form .button")
}
