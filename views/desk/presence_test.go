package desk

import (
	"strings"
	"testing"
)

func TestOthersAreSaidInWordsAndOnlyAFewByName(t *testing.T) {
	people := []Companion{{"Ani", "article"}, {"Bo", ""}, {"Cem", "verdict"}, {"Dav", "claim"}, {"Eva", "note"}}
	for count, want := range map[int]string{
		0: ``,
		1: `<strong>Ani</strong> is here too, writing the article.`,
		3: `<strong>Ani</strong> is here too, writing the article. <strong>Bo</strong> is here too. <strong>Cem</strong> is here too, giving the verdict.`,
		4: `giving the verdict. 1 more is here.`,
		5: `giving the verdict. 2 more are here.`,
	} {
		var page strings.Builder
		if err := Here(HereView{ClaimID: 7, People: people[:count]}).Render(t.Context(), &page); err != nil {
			t.Fatal(err)
		}
		_, inside, _ := strings.Cut(page.String(), ">")
		if got := strings.TrimSpace(strings.TrimSuffix(inside, "</p>")); !strings.HasSuffix(got, want) || (count == 0 && inside != "</p>") {
			t.Errorf("%d: %q", count, inside)
		}
	}
}
