package demo

import (
	"testing"
	"unicode/utf8"

	"claimdesk/internal/factcheck"
)

func TestLoginsOpenTheDeskAndAreFreshEachTime(t *testing.T) {
	room, _ := example(t)
	first, err := Logins(t.Context(), room)
	if err != nil {
		t.Fatal(err)
	}
	second, err := Logins(t.Context(), room)
	if err != nil {
		t.Fatal(err)
	}
	roles := []factcheck.Role{factcheck.Reporter, factcheck.Editor, factcheck.Admin}
	if len(first) != len(roles) || len(second) != len(roles) {
		t.Fatalf("there are %d and %d logins", len(first), len(second))
	}
	for i, l := range second {
		if l.Role != roles[i] || l.Email != string(roles[i])+"@example.org" || utf8.RuneCountInString(l.Password) < factcheck.MinPassword {
			t.Errorf("login %d is %+v", i, l)
		}
		if _, _, err := room.LogIn(t.Context(), l.Email, first[i].Password, "127.0.0.1"); factcheck.KindOf(err) != factcheck.Unidentified {
			t.Errorf("the earlier password of %s still answers %v", l.Email, err)
		}
		if _, u, err := room.LogIn(t.Context(), l.Email, l.Password, "127.0.0.1"); err != nil || u.Role != l.Role {
			t.Errorf("%s logs in as %s: %v", l.Email, u.Role, err)
		}
	}
}

func TestADisabledAccountGetsNoLogin(t *testing.T) {
	room, _ := example(t)
	u, err := room.UserByEmail(t.Context(), people[1].Email)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := room.SetDisabled(t.Context(), factcheck.ByConsole(), u.ID, true); err != nil {
		t.Fatal(err)
	}
	logins, err := Logins(t.Context(), room)
	if err != nil {
		t.Fatal(err)
	}
	if len(logins) != 2 || logins[0].Role != factcheck.Reporter || logins[1].Role != factcheck.Admin {
		t.Errorf("the logins are %+v", logins)
	}
}
