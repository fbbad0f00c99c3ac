package desk

import (
	"net/http"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/web/request"
	view "claimdesk/views/desk"
	"claimdesk/views/ui"

	"github.com/labstack/echo/v4"
)

func (d *Desk) userRoutes(g *echo.Group) {
	people := g.Group("/people", needing(factcheck.EditUser))
	people.GET("", d.people)
	people.GET("/new", d.newPerson)
	people.POST("/new", d.addPerson)
	people.GET("/:id", d.person)
	people.POST("/:id", d.editPerson)
	people.POST("/:id/link", d.resetPerson)
	people.POST("/:id/disable", d.disablePerson)
	people.POST("/:id/enable", d.enablePerson)
}

// needing refuses whoever may not do an act, before a page is drawn that could
// only lead to a refusal.
func needing(act factcheck.Action) echo.MiddlewareFunc {
	return func(next echo.HandlerFunc) echo.HandlerFunc {
		return func(c echo.Context) error {
			if err := factcheck.Permit(request.Actor(c), act); err != nil {
				return err
			}
			return next(c)
		}
	}
}

func (d *Desk) people(c echo.Context) error {
	users, err := d.room.Users(c.Request().Context())
	if err != nil {
		return err
	}
	frame, err := d.frame(c, "People", ui.RoomPeople)
	if err != nil {
		return err
	}
	v := view.PeopleView{Frame: frame, Self: request.User(c).ID, Users: users}
	return request.Render(c, http.StatusOK, view.People(v))
}

func (d *Desk) newPerson(c echo.Context) error {
	return d.personForm(c, http.StatusOK, view.PersonView{Draft: factcheck.UserDraft{Role: factcheck.Reporter}})
}

func (d *Desk) personForm(c echo.Context, status int, v view.PersonView) error {
	title := v.User.Name
	if v.User.ID == 0 {
		title = "Add a person"
	}
	frame, err := d.frame(c, title, ui.RoomPeople)
	if err != nil {
		return err
	}
	v.Frame, v.Self, v.MailOn = frame, v.User.ID == request.User(c).ID, d.room.MailOn()
	return request.Render(c, status, view.Person(v))
}

func userDraft(form request.Values) factcheck.UserDraft {
	return factcheck.UserDraft{Email: form.Get("email"), Name: form.Get("name"), Byline: form.Get("byline"),
		Role: factcheck.Role(form.Get("role")), MailLink: form.On("mail_link")}
}

func (d *Desk) addPerson(c echo.Context) error {
	form, err := request.Form(c)
	if err != nil {
		return err
	}
	draft := userDraft(form)
	user, token, err := d.room.AddUser(c.Request().Context(), request.Actor(c), draft, "")
	if problems := factcheck.Problems(err); problems != nil {
		return d.personForm(c, http.StatusUnprocessableEntity, view.PersonView{Draft: draft, Problems: problems})
	}
	if err != nil {
		return err
	}
	return d.showLink(c, user, token, "It works once, for 72 hours. Send it to them in a way that nobody else reads; opening it, they choose their password."+mailed(draft.MailLink, user))
}

// showLink shows somebody's one-time link: the one answer to a form that is a
// page and not a redirect, since the link is kept nowhere.
func (d *Desk) showLink(c echo.Context, u factcheck.User, token, text string) error {
	frame, err := d.frame(c, "A link for "+u.Name, ui.RoomPeople)
	if err != nil {
		return err
	}
	v := view.SecretView{Frame: frame, Title: "A link for " + u.Name, Label: "Password link", Secret: d.room.URL("/desk/link/" + token),
		Text: text, Back: ui.Link{Label: "All people", Href: "/desk/people"}}
	return request.Render(c, http.StatusOK, view.Secret(v))
}

// mailed says that a link goes out by mail as well; "" when it does not.
func mailed(is bool, u factcheck.User) string {
	if !is {
		return ""
	}
	return " It is on its way to " + u.Email + " as well."
}

// personOf is the user that the address names.
func (d *Desk) personOf(c echo.Context) (factcheck.User, error) {
	id, err := request.ID(c, "id")
	if err != nil {
		return factcheck.User{}, err
	}
	return d.room.User(c.Request().Context(), id)
}

func (d *Desk) person(c echo.Context) error {
	u, err := d.personOf(c)
	if err != nil {
		return err
	}
	draft := factcheck.UserDraft{Email: u.Email, Name: u.Name, Byline: u.Byline, Role: u.Role}
	return d.personForm(c, http.StatusOK, view.PersonView{User: u, Draft: draft})
}

func (d *Desk) editPerson(c echo.Context) error {
	form, err := request.Form(c)
	if err != nil {
		return err
	}
	user, err := d.personOf(c)
	if err != nil {
		return err
	}
	draft, version := userDraft(form), form.Int("version")
	_, err = d.room.EditUser(c.Request().Context(), request.Actor(c), user.ID, version, draft)
	if problems := factcheck.Problems(err); problems != nil {
		user.Version = version
		return d.personForm(c, http.StatusUnprocessableEntity, view.PersonView{User: user, Draft: draft, Problems: problems})
	}
	if factcheck.KindOf(err) == factcheck.Conflict && version != user.Version {
		return d.personForm(c, http.StatusConflict, view.PersonView{User: user, Draft: draft, Stale: true})
	}
	if err != nil {
		return err
	}
	return request.Done(c, "/desk/people", "Saved.")
}

func (d *Desk) resetPerson(c echo.Context) error {
	user, err := d.personOf(c)
	if err != nil {
		return err
	}
	form, err := request.Form(c)
	if err != nil {
		return err
	}
	byMail := form.On("mail_link")
	token, err := d.room.ResetUser(c.Request().Context(), request.Actor(c), user.ID, byMail)
	if err != nil {
		return err
	}
	return d.showLink(c, user, token, "It works once, for an hour. Until it is used, the present password stays as it is."+mailed(byMail, user))
}

func (d *Desk) disablePerson(c echo.Context) error {
	return d.setDisabled(c, true, "Account disabled.")
}

func (d *Desk) enablePerson(c echo.Context) error {
	return d.setDisabled(c, false, "Account enabled.")
}

func (d *Desk) setDisabled(c echo.Context, disabled bool, said string) error {
	id, err := request.ID(c, "id")
	if err != nil {
		return err
	}
	user, err := d.room.SetDisabled(c.Request().Context(), request.Actor(c), id, disabled)
	if err != nil {
		return err
	}
	if user.GaveBack > 0 {
		said += " " + factcheck.Plural(user.GaveBack, "claim is", "claims are") + " with nobody now."
	}
	return request.Done(c, "/desk/people/"+number(id), said)
}
