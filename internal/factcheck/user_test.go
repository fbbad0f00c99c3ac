package factcheck

import (
	"reflect"
	"strings"
	"testing"
	"time"
)

func TestPeopleHaveAnEmailANameAndARole(t *testing.T) {
	d, err := UserDraft{Email: " Ani@Example.ORG ", Name: " Ani  A ", Role: Editor}.Check()
	if err != nil || d != (UserDraft{Email: "ani@example.org", Name: "Ani A", Role: Editor}) {
		t.Errorf("%+v, %v", d, err)
	}
	for email, ok := range map[string]bool{
		"a@b": true, "a.b+c@example.org": true, "": false, "a": false, "@example.org": false, "a@": false,
		"A <a@example.org>": false, "a@b, c@d": false, "a b@example.org": false, "<a@example.org>": false,
	} {
		var want []string
		if !ok {
			want = []string{"email"}
		}
		invalid(t, "email "+email, userErr(UserDraft{Email: email, Name: "n", Role: Editor}), want...)
	}
	invalid(t, "nothing", userErr(UserDraft{}), "email", "name", "role")
	if (User{Name: "A", Byline: "B"}).PublicName() != "B" || (User{Name: "A"}).PublicName() != "A" {
		t.Error("readers see the wrong name")
	}
}

func TestPasswords(t *testing.T) {
	const email, site = "ani@example.org", "Claim Desk"
	for password, want := range map[string]string{
		"correct horse":                     "",
		"twelve chars":                      "",
		"eleven char":                       "at least 12",
		"ԱԲԳԴԵԶԷԸԹԺԻԼ":                      "", // twelve letters, 24 bytes
		"ԱԲԳԴԵԶԷԸԹԺԻ":                       "at least 12",
		"            ":                      "",
		strings.Repeat("ա", MaxPassword):    "",
		strings.Repeat("a", MaxPassword+1):  "at most 1,000",
		"my ANI@example.org pass":           "email",
		"ani and a long word":               "",
		"the CLAIM desk password":           "name",
		"not valid utf-8 \xff and long one": "UTF-8",
		"":                                  "at least 12",
	} {
		err := CheckPassword(password, email, site)
		switch {
		case want == "" && err != nil:
			t.Errorf("%.40q is refused: %v", password, err)
		case want != "" && (err == nil || !strings.Contains(err.Error(), want)):
			t.Errorf("%.40q: %v, want a word of %q", password, err, want)
		}
	}
	if err := CheckPassword("correct horse", "", ""); err != nil {
		t.Errorf("without email and site: %v", err)
	}
	if err := CheckPassword("a password of abc", "", "abc"); err != nil {
		t.Errorf("a name of three letters stands in many words: %v", err)
	}
}

func TestSessionsEndIdleAndInTheEnd(t *testing.T) {
	for name, c := range map[string]struct {
		created, seen time.Duration // ago
		over          bool
	}{
		"fresh":                      {0, 0, false},
		"idle to the end":            {SessionIdle, SessionIdle, false},
		"idle too long":              {SessionIdle + 1, SessionIdle + 1, true},
		"used to the end":            {SessionMost, 0, false},
		"used beyond the end":        {SessionMost + 1, 0, true},
		"used a while ago, and late": {SessionMost - 1, SessionIdle - 1, false},
	} {
		s := Session{CreatedAt: noon.Add(-c.created), LastSeen: noon.Add(-c.seen)}
		if s.Over(noon) != c.over {
			t.Errorf("%s: over is %v", name, s.Over(noon))
		}
	}
	for kind, lasts := range map[LinkKind]time.Duration{SetupLink: 72 * time.Hour, InviteLink: 72 * time.Hour, ResetLink: time.Hour} {
		if kind.Lasts() != lasts {
			t.Errorf("%s lasts %s, want %s", kind, kind.Lasts(), lasts)
		}
	}
}

func TestSettingsNeedAName(t *testing.T) {
	_, err := Settings{SiteName: " "}.Check()
	invalid(t, "no name", err, "site_name")
	s, err := Settings{SiteName: " A  B ", About: "x", FourEyes: true, Language: "HY"}.Check()
	if err != nil || !reflect.DeepEqual(s, Settings{SiteName: "A B", About: "x", FourEyes: true, Language: "hy", QuoteShare: 10, QuoteWords: 300,
		Languages: []string{"hy"}, TimeZone: "UTC"}) {
		t.Errorf("%+v, %v", s, err)
	}
	if _, err := DefaultSettings().Check(); err != nil {
		t.Errorf("a new newsroom's settings do not hold: %v", err)
	}
	if !DefaultSettings().FourEyes {
		t.Error("a new newsroom begins without four eyes")
	}
}
