package main

import (
	"strings"
	"testing"
)

const passphrase = "four quiet herons wade"

func TestPeopleAreAddedListedAndChanged(t *testing.T) {
	at := "--data=" + t.TempDir()
	printed := done(t, "", "user", "add", "--email", "Ani@Example.org", "--name", "Ani", "--role", "editor", at)
	if !strings.Contains(printed, "Added Ani (ani@example.org) as editor.") || !strings.Contains(printed, "\nhttp://127.0.0.1:8080/desk/link/") {
		t.Errorf("it says %q", printed)
	}
	boss := record[user](t, done(t, passphrase+"\n", "user", "add", "--email", "boss@example.org", "--name", "Boss",
		"--byline", "The Boss", "--role", "admin", "--password-stdin", "--json", at))
	if boss.ID == 0 || boss.Role != "admin" || boss.Byline != "The Boss" || !boss.Password || boss.Link != "" {
		t.Errorf("the admin is %+v", boss)
	}
	ani := record[user](t, done(t, "", "user", "set", "ani@example.org", "--role", "reporter", "--json", at))
	if ani.Role != "reporter" || ani.Name != "Ani" || ani.Version != 2 {
		t.Errorf("after setting the role she is %+v", ani)
	}
	done(t, "", "user", "set", "ani@example.org", "--name", "Night editor", "--byline", "A.", at)
	ani = record[user](t, done(t, "", "user", "disable", "ani@example.org", "--json", at))
	if !ani.Disabled || ani.Name != "Night editor" || ani.Byline != "A." || ani.Role != "reporter" {
		t.Errorf("disabled she is %+v", ani)
	}
	if list := done(t, "", "user", "list", at); !strings.Contains(list, "disabled") || !strings.Contains(list, "boss@example.org") {
		t.Errorf("the list is\n%s", list)
	}
	done(t, "", "user", "enable", "ani@example.org", at)
	people := record[[]user](t, done(t, "", "user", "list", "--json", at))
	if len(people) != 2 || people[0].Disabled || people[1].Disabled {
		t.Errorf("the list is %+v", people)
	}
}

func TestALinkForAPasswordLeadsToTheBaseURL(t *testing.T) {
	at := "--data=" + t.TempDir()
	const base = "https://checks.example.org"
	ani := record[user](t, done(t, "", "user", "add", "--email", "ani@example.org", "--name", "Ani", "--role", "editor",
		"--base-url", base, "--json", at))
	if !strings.HasPrefix(ani.Link, base+"/desk/link/") {
		t.Errorf("the link is %q", ani.Link)
	}
	t.Setenv("CLAIMDESK_BASE_URL", base)
	printed := done(t, "", "user", "password", "ani@example.org", at)
	if !strings.Contains(printed, "\n"+base+"/desk/link/") || strings.Contains(printed, ani.Link) {
		t.Errorf("it says %q", printed)
	}
}

func TestAPasswordComesFromStdinAlone(t *testing.T) {
	at := "--data=" + t.TempDir()
	done(t, "", "user", "add", "--email", "ani@example.org", "--name", "Ani", "--role", "editor", at)
	set := []string{"user", "password", "ani@example.org", "--password-stdin", at}
	refused(t, claimdesk(t, "\n", set...), exitFailed, "there is no password on stdin")
	refused(t, claimdesk(t, "short\n", set...), exitFailed, "at least 12 are needed")
	if printed := done(t, passphrase+"\r\nanother line\n", set...); strings.Contains(printed, passphrase) {
		t.Errorf("it says %q", printed)
	}
	if ani := record[user](t, done(t, passphrase, append(set, "--json")...)); !ani.Password {
		t.Errorf("she is %+v", ani)
	}
}

func TestWhatIsWrongWithAPersonIsSaidInOneSentence(t *testing.T) {
	at := "--data=" + t.TempDir()
	add := func(email, role string) outcome {
		return claimdesk(t, "", "user", "add", "--email", email, "--name", "Ani", "--role", role, at)
	}
	refused(t, add("ani", "editor"), exitFailed, "email: This is not an email address.")
	refused(t, add("ani@example.org", "boss"), exitFailed, "role: There is no such choice. Take one of: reporter, editor, admin.")
	if got := add("ani@example.org", "editor"); got.code != exitDone {
		t.Fatal(got.err)
	}
	refused(t, add("ani@example.org", "editor"), exitFailed, "There is already a person with the email ani@example.org.")
	refused(t, claimdesk(t, "", "user", "disable", "nobody@example.org", at), exitFailed, "There is no person with the email nobody@example.org.")
}
