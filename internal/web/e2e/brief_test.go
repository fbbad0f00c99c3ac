package e2e_test

import (
	_ "embed"
	"os"
	"strings"
	"testing"
)

// envBrief names the variable that may hold the path of the brief to work with.
const envBrief = "CLAIMDESK_TEST_BRIEF"

//go:embed testdata/brief.txt
var ownText string

// document is a brief that somebody pastes, and what is quoted from it.
type document struct {
	text  string
	title string // as it is to be guessed
	quote string // stands in it
	wrong string // resembles the quote and does not stand in it
}

var (
	own = document{text: ownText, title: "Notes on an empty seat",
		quote: "Nobody in Yerevan has asked to leave the CSTO, and no letter of withdrawal has been sent",
		wrong: "Yerevan has asked to leave the CSTO, and a letter of withdrawal has been sent"}
	rcds = document{title: "RCDS Insights",
		quote: "Armenia is not pursuing formal withdrawal from the CSTO, but it is essentially freezing its membership",
		wrong: "Armenia is formally withdrawing from the CSTO"}
)

// brief is the document that the environment names, or one of our own words.
func brief(t *testing.T) document {
	t.Helper()
	name := os.Getenv(envBrief)
	if name == "" {
		return own
	}
	text, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	d := rcds
	if d.text = string(text); !strings.Contains(d.text, d.quote) {
		t.Fatalf("%s names %s, which does not hold %q", envBrief, name, d.quote)
	}
	return d
}
