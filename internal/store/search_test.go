package store_test

import (
	"context"
	"slices"
	"strconv"
	"strings"
	"testing"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/store"
	"claimdesk/internal/store/storetest"
)

// texts in several scripts, and questions that must find them.
var findable = []struct {
	text  string
	found []string
	not   []string
}{
	{"Armenia is leaving the CSTO", []string{"armenia", "ARMENIA csto", "leav", "Csto, armenia!", `"leaving"`}, []string{"armenian", "russia", "csto russia", "eaving"}},
	{"Армения выходит из ОДКБ", []string{"армения", "АРМЕНИЯ", "одкб", "вых", "ОДКБ армения"}, []string{"одкбх"}},
	{"Հայաստանը դուրս է գալիս ՀԱՊԿ-ից", []string{"հայաստանը", "ՀԱՅԱՍՏԱՆԸ", "հապկ", "ՀԱՊԿ", "Հապկ-ից", "դուրս հայ"}, []string{"հապկցի"}},
	{"Żółć São Tomé", []string{"zołc", "sao tome", "SÃO", "tomé"}, nil},
	{"5,000 Azerbaijani troops; 50 %", []string{"5,000", "000", "50"}, []string{"500000"}},
}

func TestClaimsAreFoundInWhateverCaseAndScript(t *testing.T) {
	s := storetest.New(t)
	ids := make([]int64, len(findable))
	for i, f := range findable {
		ids[i] = addClaim(t, s, noon, f.text).ID
	}
	search := func(words string) []int64 {
		claims := read(t, s, func(ctx context.Context, q *store.Queries) ([]factcheck.Claim, error) {
			return q.Claims(ctx, store.ClaimQuery{Words: words, Limit: 50})
		})
		n := read(t, s, func(ctx context.Context, q *store.Queries) (int64, error) {
			return q.CountClaims(ctx, store.ClaimQuery{Words: words})
		})
		if int(n) != len(claims) {
			t.Errorf("%q: %d are counted, %d found", words, n, len(claims))
		}
		var found []int64
		for _, c := range claims {
			found = append(found, c.ID)
		}
		return found
	}
	for i, f := range findable {
		for _, words := range f.found {
			if found := search(words); !slices.Contains(found, ids[i]) {
				t.Errorf("%q does not find %q", words, f.text)
			}
		}
		for _, words := range f.not {
			if found := search(words); slices.Contains(found, ids[i]) {
				t.Errorf("%q finds %q", words, f.text)
			}
		}
	}
}

// garbage is what people and attackers type into a search field.
var garbage = []string{
	`"`, `""`, `"""`, `'`, `*`, `**`, `a*`, `*a`, `^a`, `a^`, `(`, `)`, `()`, `(a`, `a)`, `a OR b`, `OR`, `AND`, `NOT`, `NOT a`,
	`a NOT`, `NEAR`, `NEAR(a b)`, `NEAR(a b, 5)`, `a NEAR b`, `text:a`, `text : a`, `-text:a`, `{text topics}:a`, `a:b:c`, `a + b`,
	`+`, `-`, `-a`, `a-b`, `;`, `--`, `/*`, `*/`, `%`, `_`, `\`, `\"`, `$1`, `?1`, `:x`, `@x`, "a\x00b", "\x00", "\xff\xfe", "\u0301",
	"a\u0301", "\u200b", "\u202e", "😀", "½", "Ⅷ", "①", "ß", "İ", "և", " ", "\t\n", "' OR 1=1 --", "claim_words MATCH 'a'",
	strings.Repeat("a ", 10_000), strings.Repeat("x", 100_000), strings.Repeat(`"`, 1_000), strings.Repeat("(", 1_000),
}

func TestNothingThatIsTypedIsASyntaxError(t *testing.T) {
	s := storetest.New(t)
	furnish(t, s)
	for _, words := range garbage {
		searches(t, s, words)
	}
}

// searches asks every search for the words; none may fail.
func searches(t *testing.T, s *store.Store, words string) {
	t.Helper()
	err := s.Read(t.Context(), func(q *store.Queries) error {
		ctx := t.Context()
		if _, err := q.Claims(ctx, store.ClaimQuery{Words: words, Topic: words, Rating: words, Limit: 5}); err != nil {
			return err
		}
		if _, err := q.CountClaims(ctx, store.ClaimQuery{Words: words}); err != nil {
			return err
		}
		if _, err := q.Published(ctx, store.PublicQuery{Words: words, Topic: words, Claimant: words, Language: words, Limit: 5}); err != nil {
			return err
		}
		if _, err := q.CountPublished(ctx, store.PublicQuery{Words: words}); err != nil {
			return err
		}
		_, err := q.Sources(ctx, words, 0, 5, 0)
		return err
	})
	if err != nil {
		t.Errorf("%.60q: %v", words, err)
	}
}

func FuzzSearchNeverFails(f *testing.F) {
	for _, words := range garbage {
		f.Add(words)
	}
	s := storetest.New(f)
	f.Fuzz(func(t *testing.T, words string) { searches(t, s, words) })
}

func TestASearchThatHoldsNoWordFindsNothing(t *testing.T) {
	s := storetest.New(t)
	furnish(t, s)
	for _, words := range []string{"*", `""`, " ", "…"} {
		claims := read(t, s, func(ctx context.Context, q *store.Queries) ([]factcheck.Claim, error) {
			return q.Claims(ctx, store.ClaimQuery{Words: words, Limit: 5})
		})
		live := read(t, s, func(ctx context.Context, q *store.Queries) ([]store.Published, error) {
			return q.Published(ctx, store.PublicQuery{Words: words, Limit: 5})
		})
		if len(claims) != 0 || len(live) != 0 {
			t.Errorf("%q finds %d claims and %d checks", words, len(claims), len(live))
		}
	}
}

func TestAnEditedClaimIsFoundByItsNewWordsAlone(t *testing.T) {
	s := storetest.New(t)
	c := addClaim(t, s, noon, "Armenia is leaving")
	c.Text = "Armenia stays"
	write(t, s, func(ctx context.Context, tx *store.Tx) error {
		if err := tx.SetClaim(ctx, c); err != nil {
			return err
		}
		return tx.IndexClaim(ctx, c)
	})
	for words, want := range map[string]int64{"leaving": 0, "stays": 1} {
		n := read(t, s, func(ctx context.Context, q *store.Queries) (int64, error) {
			return q.CountClaims(ctx, store.ClaimQuery{Words: words})
		})
		if n != want {
			t.Errorf("%q finds %d claims, want %d", words, n, want)
		}
	}
}

func TestSourcesAreFoundByTheBeginningsOfTheirWords(t *testing.T) {
	s := storetest.New(t)
	source := factcheck.Source{Publisher: "RCDS", URL: "https://example.org/b", Language: "en", Kind: factcheck.Brief,
		Level: factcheck.Primary, Access: factcheck.ExcerptAccess, CreatedAt: noon}
	write(t, s, func(ctx context.Context, tx *store.Tx) (err error) {
		for _, source.Title = range []string{"Another", "Поворот Армении", "Հայաստանի շրջադարձը"} {
			if source.ID, err = tx.AddSource(ctx, source); err != nil {
				return err
			}
			if _, err = tx.AddSnapshot(ctx, factcheck.Snapshot{SourceID: source.ID, RetrievedAt: noon}, []byte{}, nil); err != nil {
				return err
			}
		}
		source.ID, source.Title = 1, "Mended"
		return tx.SetSource(ctx, source)
	})
	for words, want := range map[string]string{"": "3 2 1", "rcds": "3 2 1", "example.org": "3 2 1", "mend": "1", "another": "",
		"ПОВОРОТ армен": "2", "ՇՐՋԱԴԱՐՁ": "3", "rcds հայ": "3", "zzz": "", "%": ""} {
		found := read(t, s, func(ctx context.Context, q *store.Queries) ([]factcheck.Source, error) {
			return q.Sources(ctx, words, 0, 5, 0)
		})
		var ids []string
		for _, f := range found {
			ids = append(ids, strconv.FormatInt(f.ID, 10))
		}
		if got := strings.Join(ids, " "); got != want {
			t.Errorf("%q finds sources %q, want %q", words, got, want)
		}
	}
}
