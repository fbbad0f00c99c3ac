package main

import (
	"strings"
	"testing"
)

func TestATokenIsShownOnceAndCanBeRevoked(t *testing.T) {
	at := "--data=" + t.TempDir()
	done(t, "", "user", "add", "--email", "ani@example.org", "--name", "Ani", "--role", "editor", at)
	lines := strings.Split(done(t, "", "token", "add", "--user", "ani@example.org", "--name", "archive script", "--days", "90", at), "\n")
	key := lines[len(lines)-2] // the last line, before its end
	if len(key) < 40 || strings.ContainsAny(key, " \t") || !strings.Contains(lines[0], "valid until 2") {
		t.Errorf("it says %q", lines)
	}
	made := record[token](t, done(t, "", "token", "add", "--user", "ani@example.org", "--name", "other", "--json", at))
	if made.Key == "" || made.User != "ani@example.org" || made.ExpiresAt != nil {
		t.Errorf("the token is %+v", made)
	}
	if list := done(t, "", "token", "list", at); strings.Contains(list, key) || !strings.Contains(list, "archive script") {
		t.Errorf("the list is\n%s", list)
	}
	done(t, "", "token", "revoke", "2", at)
	all := record[[]token](t, done(t, "", "token", "list", "--json", at))
	if len(all) != 2 || all[0].ID != 2 || all[0].RevokedAt == nil || all[1].RevokedAt != nil || all[1].ExpiresAt == nil || all[0].Key != "" {
		t.Errorf("the tokens are %+v", all)
	}
}

func TestATokenNeedsSomebodyToActAs(t *testing.T) {
	at := "--data=" + t.TempDir()
	refused(t, claimdesk(t, "", "token", "add", "--user", "nobody@example.org", "--name", "script", at), exitFailed, "There is no person")
	refused(t, claimdesk(t, "", "token", "revoke", "7", at), exitFailed, "There is no token 7.")
	if list := done(t, "", "token", "list", "--json", at); list != "[]\n" {
		t.Errorf("the list is %q", list)
	}
}
