package newsroom_test

import (
	"bytes"
	"database/sql"
	"fmt"
	"log/slog"
	"strings"
	"testing"
	"time"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/mail"
	"claimdesk/internal/mail/mailtest"
	"claimdesk/internal/newsroom"
	"claimdesk/internal/store/storetest"
)

func TestWhoAskedIsToldOnceOfThePublication(t *testing.T) {
	d := newDesk(t)
	server := d.mailing()
	tip, early := d.tip("Armenia has left the alliance"), d.tip("They have resigned from the alliance")
	c := d.ready()
	for _, one := range []factcheck.Tip{tip, early} {
		_, err := d.MergeTip(d.ctx(), d.ani, one.ID, one.Version, c.ID)
		must(t, err)
	}
	d.post()
	if len(server.Mails()) != 0 {
		t.Fatal("somebody was told before there was anything to tell")
	}
	must(t, d.again(c.ID, first))
	late := d.tip("The alliance has one member less")
	_, err := d.MergeTip(d.ctx(), d.ani, late.ID, late.Version, c.ID) // the check is public already
	must(t, err)
	mended := text()
	mended.Summary = "It has not left it."
	_, err = d.WriteArticle(d.ctx(), d.bo, c.ID, anyBase, mended)
	must(t, err)
	_, err = d.Publish(d.ctx(), d.bo, c.ID, anyBase, minor)
	must(t, err)
	d.post()
	mails := server.Mails()
	told := 0
	for _, m := range mails {
		if m.To != sender {
			continue
		}
		told++
		if !strings.Contains(m.Body, "https://check.example:8443/fact-checks/the-seat-is-empty") || !strings.Contains(m.Body, "Misinterpreted") {
			t.Errorf("the mail is %s", m.Body)
		}
	}
	if told != 3 {
		t.Errorf("%d mails to the senders of three tips: %+v", told, mails)
	}
	for _, one := range []factcheck.Tip{tip, early, late} {
		if now, err := d.Tip(d.ctx(), one.ID); err != nil || now.ClosedAt.IsZero() || now.ClaimID != c.ID {
			t.Errorf("the tip is %+v, %v", now, err)
		}
	}
	if n := len(d.claim(c.ID).Repeats); n != 3 {
		t.Errorf("the claim was seen again %d times", n)
	}
	d.sound()
}

func TestNobodyIsMailedWhileMailIsOff(t *testing.T) {
	d := newDesk(t)
	tip := d.tip("Armenia has left the alliance")
	_, err := d.MergeTip(d.ctx(), d.ani, tip.ID, tip.Version, d.live().ID)
	must(t, err)
	server := d.mailing()
	d.post()
	for _, m := range server.Mails() {
		if m.To == sender {
			t.Errorf("%+v was sent", m)
		}
	}
}

func TestAContactLiesInOneTableAndNowhereElse(t *testing.T) {
	d := newDesk(t)
	var log bytes.Buffer
	server := mailtest.New(t)
	room, err := newsroom.Open(d.ctx(), d.store, newsroom.Options{BaseURL: "https://check.example:8443", Now: d.clock.Now,
		Log:  slog.New(slog.NewTextHandler(&log, &slog.HandlerOptions{Level: slog.LevelDebug})),
		Mail: mail.New(server.URL("", ""), "claimdesk@check.example")})
	must(t, err)
	d.Room = room
	tip := d.tip("Armenia has left the alliance")
	c := d.ready()
	_, err = d.MergeTip(d.ctx(), d.ani, tip.ID, tip.Version, c.ID)
	must(t, err)
	_, err = d.TipContact(d.ctx(), d.bo, tip.ID)
	must(t, err)
	must(t, d.again(c.ID, first))
	d.post()
	for name, rows := range d.dump() {
		if held := strings.Contains(strings.ToLower(rows), sender); held != (name == "tip_contacts") {
			t.Errorf("table %s holds the contact: %v", name, held)
		}
	}
	if strings.Contains(log.String(), sender) {
		t.Errorf("the log holds the contact: %s", log.String())
	}
	if log.Len() == 0 {
		t.Error("nothing was logged")
	}
	d.pass(factcheck.TipContactLasts + time.Second)
	must(t, d.Sweep(d.ctx()))
	for name, rows := range d.dump() {
		if strings.Contains(strings.ToLower(rows), sender) {
			t.Errorf("table %s holds the contact after it was deleted", name)
		}
	}
}

// dump is every table of the newsroom as text.
func (d *desk) dump() map[string]string {
	d.t.Helper()
	db := storetest.Raw(d.t, d.store.Path())
	tables := map[string]string{}
	for _, name := range d.column(db, `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE '%\_%' ESCAPE '\' OR name = 'tip_contacts' OR sql LIKE '%STRICT%'`) {
		rows, err := db.QueryContext(d.ctx(), `SELECT * FROM `+name)
		must(d.t, err)
		columns, err := rows.Columns()
		must(d.t, err)
		var all strings.Builder
		for rows.Next() {
			cells, at := make([]any, len(columns)), make([]any, len(columns))
			for i := range cells {
				at[i] = &cells[i]
			}
			must(d.t, rows.Scan(at...))
			fmt.Fprintf(&all, "%s\n", cells)
		}
		must(d.t, rows.Err())
		must(d.t, rows.Close())
		tables[name] = all.String()
	}
	if len(tables) < 30 {
		d.t.Fatalf("only %d tables were found", len(tables))
	}
	return tables
}

func (d *desk) column(db *sql.DB, query string) []string {
	d.t.Helper()
	rows, err := db.QueryContext(d.ctx(), query)
	must(d.t, err)
	defer rows.Close()
	var all []string
	for rows.Next() {
		var s string
		must(d.t, rows.Scan(&s))
		all = append(all, s)
	}
	must(d.t, rows.Err())
	return all
}
