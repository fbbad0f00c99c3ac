package factcheck

import (
	"slices"
	"strings"
	"testing"
)

func TestNotesNameColleagues(t *testing.T) {
	people := []Mentionable{{1, "Ani"}, {2, "Ani Petrosyan"}, {3, "Zoë de Vries"}, {4, "Արամ"}, {5, "Bo"}, {6, "Bo"}}
	for text, want := range map[string]string{
		"nothing here":                "",
		"@Ani":                        "@Ani:1",
		"@ani, look":                  "@ani:1",
		"Hello @Ani Petrosyan!":       "@Ani Petrosyan:2",
		"Hello @Ani Petros":           "@Ani:1",
		"@Anita is somebody else":     "",
		"@Ani's table":                "@Ani:1",
		"write to bo@ani.example":     "",
		"(@ZOË DE VRIES)":             "@ZOË DE VRIES:3",
		"@Zoë\u00a0de Vries and @Ani": "@Zoë\u00a0de Vries:3 @Ani:1",
		"@Zoë\nde Vries":              "@Zoë\nde Vries:3",
		"Բարև @Արամ։":                 "@Արամ:4",
		"@Bo":                         "@Bo:5,6",
		"@@Ani":                       "@Ani:1",
		"@":                           "",
		"@ Ani":                       "",
		"@Ani@Bo":                     "@Ani:1",
		"@editors, please":            "",
		"@Ani_2":                      "",
		"\xff@Ani":                    "@Ani:1",
	} {
		var got []string
		for _, m := range Mentions(text, people) {
			ids := make([]string, len(m.Users))
			for i, id := range m.Users {
				ids[i] = string(rune('0' + id))
			}
			got = append(got, text[m.Start:m.End]+":"+strings.Join(ids, ","))
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%q names %q, want %q", text, got, want)
		}
	}
}

func FuzzMentions(f *testing.F) {
	f.Add("@Ani Petrosyan", "Ani")
	f.Add("@\xff", "\xff")
	f.Fuzz(func(t *testing.T, text, name string) {
		before := 0
		for _, m := range Mentions(text, []Mentionable{{1, name}, {2, "Ani Petrosyan"}}) {
			if m.Start < before || m.End <= m.Start+1 || m.End > len(text) || text[m.Start] != '@' || len(m.Users) == 0 {
				t.Fatalf("%+v in %q", m, text)
			}
			before = m.End
		}
	})
}

func TestTheBeginningOfATextIsOneLine(t *testing.T) {
	if got := Beginning("  One\n\n two\t"); got != "One two" {
		t.Errorf("got %q", got)
	}
	if got := []rune(Beginning(strings.Repeat("ա ", 500))); len(got) != 200 || got[199] != '…' {
		t.Errorf("got %d code points, the last %q", len(got), got[len(got)-1])
	}
}

func TestEveryNotificationIsSaidInWords(t *testing.T) {
	kinds := []NotificationKind{WasMentioned, WasAssigned, WasReturned, AskedToAgree, WasApproved, WasPublished, NotPublished, WasUnscheduled,
		HasDissent, HasTask, WorkReturned}
	for _, kind := range kinds {
		who, did, _ := Notification{Kind: kind, By: "Ani", ClaimID: 7}.Said()
		if _, known := told[kind]; !known || who != "Ani" || did == "" {
			t.Errorf("%s is said as %q %q", kind, who, did)
		}
	}
	if len(told) != len(kinds) {
		t.Errorf("%d kinds have words, %d are known", len(told), len(kinds))
	}
	if who, _, _ := (Notification{Kind: HasTask}).Said(); who != "Claimdesk" {
		t.Errorf("the program is called %q", who)
	}
	if !slices.Contains(MailWishes, MailDaily) || CheckMailWish("often") == nil {
		t.Error("wishes are not told apart")
	}
}
