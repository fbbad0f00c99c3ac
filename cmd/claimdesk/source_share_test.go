package main

import (
	"strings"
	"testing"

	"claimdesk/internal/factcheck"
)

func TestAProtectedSourceIsSharedFromTheConsole(t *testing.T) {
	at := "--data=" + t.TempDir()
	for _, email := range []string{"one@example.org", "two@example.org"} {
		done(t, "four quiet herons wade\n", "user", "add", "--email", email, "--name", "Somebody", "--role", "reporter", "--password-stdin", at)
	}
	file := written(t, "diary.txt", "Zirkonfalter\n\nNobody looked at the kohlrabi.")
	refused(t, claimdesk(t, "", "source", "add", file, "--access", "protected", at), exitFailed, "public_description: ")
	refused(t, claimdesk(t, "", "source", "add", file, "--access", "protected", "--public-description", "Notes", at), exitFailed, "access_users: ")
	refused(t, claimdesk(t, "", "source", "add", file, "--access", "protected", "--public-description", "Notes", "--access-user", "none@example.org", at), exitFailed, "none@example.org")
	done(t, "", "source", "add", file, "--access", "protected", "--public-description", "Notes", "--protected-because", "It was asked for.", "--access-user", "one@example.org", at)
	done(t, "", "user", "disable", "one@example.org", at)
	if printed := done(t, "", "source", "share", "1", "--with", "two@example.org", at); printed != "Source 1 is seen by 2 people now.\n" {
		t.Errorf("it says %q", printed)
	}
	done(t, "", "source", "add", written(t, "chair.txt", brief), at)
	refused(t, claimdesk(t, "", "source", "share", "2", "--with", "two@example.org", at), exitFailed, "is not protected")
	refused(t, claimdesk(t, "", "source", "share", "9", "--with", "two@example.org", at), exitFailed, "no source 9")
	hash := factcheck.HashOf([]byte("Zirkonfalter\n\nNobody looked at the kohlrabi."))
	for _, command := range [][]string{{"verify", at}, {"verify", "--json", at}, {"version"}, {"user", "list", at}, {"user", "list", "--json", at},
		{"token", "list", at}, {"token", "list", "--json", at}} {
		got := claimdesk(t, "", command...)
		for _, secret := range []string{"Zirkonfalter", "kohlrabi", hash} {
			if got.code != 0 || strings.Contains(got.out+got.err, secret) {
				t.Errorf("%v ends with %d and prints %q", command, got.code, got.out+got.err)
			}
		}
	}
}
