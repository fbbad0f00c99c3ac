package pdf

import "testing"

func TestHyphenAtALineEndGoesOrStays(t *testing.T) {
	known := countHyphens([]page{{lines: []line{{text: "His well-being is a matter of wellbeing, of re-election and of re-election."}, {text: "state-of-the-art Հայ֊ռուսական"}}}})
	for name, c := range map[string]struct {
		text   string
		parted bool
		next   string
		want   string
	}{
		"no hyphen":                      {"the harbour", false, "stays", "the harbour stays"},
		"a parted word":                  {"an exam", true, "ple", "an example"},
		"a hyphen that is written":       {"an exam-", false, "ple", "an example"},
		"a soft hyphen":                  {"an exam\u00AD", false, "ple", "an example"},
		"a soft hyphen before a capital": {"Mc\u00AD", false, "Donald", "McDonald"},
		"before a capital":               {"pro", true, "Russian", "pro-Russian"},
		"before a digit":                 {"COVID", true, "19", "COVID-19"},
		"between digits":                 {"2020", true, "21", "2020-21"},
		"known with a hyphen":            {"the re", true, "election", "the re-election"},
		"known in both ways":             {"his well", true, "being", "his wellbeing"},
		"one that has a hyphen already":  {"state-of-the", true, "art", "state-of-the-art"},
		"a dash":                         {"it closed -", false, "or not", "it closed - or not"},
		"Russian":                        {"орга", true, "низация", "организация"},
		"the Armenian hyphen":            {"կազմա֊", false, "կերպություն", "կազմակերպություն"},
		"the Armenian hyphen, kept":      {"հայ֊", false, "ռուսական", "հայ֊ռուսական"},
		"Chinese":                        {"亚美尼亚", false, "没有退出", "亚美尼亚没有退出"},
		"Korean":                         {"아르메니아는", false, "탈퇴하지", "아르메니아는 탈퇴하지"},
	} {
		if got := known.join(c.text, c.parted, c.next); got != c.want {
			t.Errorf("%s: got %q, want %q", name, got, c.want)
		}
	}
}

func TestPresentationFormsBecomeLettersAndNothingElseDoes(t *testing.T) {
	for from, want := range map[string]string{
		"oﬃce ﬁles ﬂoat": "office files float", "ﬓեր": "մներ", "ﻻ ﺷﻚ": "لا شك", "x² ½ ① ™ Å": "x² ½ ① ™ Å", "a\xffb": "a\uFFFDb",
	} {
		if got := plainLetters(from); got != want {
			t.Errorf("%q: got %q, want %q", from, got, want)
		}
	}
}
