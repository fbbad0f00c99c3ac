package match

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
)

// ids are those of what was found, in order.
func ids(found []Found) (list []int64) {
	for _, f := range found {
		list = append(list, f.ID)
	}
	return list
}

// ownClaims are the claims of our own small set, and its posts with the claim
// that each repeats.
func ownClaims(t testing.TB) (claims []Document, posts []string, right []int64) {
	t.Helper()
	for line := range strings.Lines(read(t, "claims.tsv")) {
		f := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		claims = append(claims, Document{ID: int64(len(claims) + 1), Language: f[1], Claimant: f[2], Title: f[3], Text: f[4]})
	}
	for line := range strings.Lines(read(t, "posts.tsv")) {
		id, text, _ := strings.Cut(strings.TrimSuffix(line, "\n"), "\t")
		n, err := strconv.ParseInt(id, 10, 64)
		if err != nil {
			t.Fatal(err)
		}
		posts, right = append(posts, text), append(right, n)
	}
	return claims, posts, right
}

func TestPostsFindTheClaimsThatTheyRepeat(t *testing.T) {
	claims, posts, right := ownClaims(t)
	x := NewClaims()
	x.Put(claims...)
	first, five := 0, 0
	for i, text := range posts {
		found := ids(x.Rank(text, 5, nil))
		switch at := slices.Index(found, right[i]); at {
		case 0:
			first++
			five++
		case -1:
			t.Logf("%q finds %v, not %d", text, found, right[i])
		default:
			five++
			t.Logf("%q finds %v, %d not first", text, found, right[i])
		}
	}
	t.Logf("of %d posts %d find their claim first, %d among five", len(posts), first, five)
	if first*100 < len(posts)*90 || five*100 < len(posts)*97 {
		t.Errorf("of %d posts %d find their claim first, %d among five", len(posts), first, five)
	}
}

func TestTheSameWordsScoreNearOneAndOthersNearNought(t *testing.T) {
	claims, _, _ := ownClaims(t)
	x := NewClaims()
	x.Put(claims...)
	for _, c := range claims {
		found := x.Rank(c.Text, 2, nil)
		if len(found) == 0 || found[0].ID != c.ID || found[0].Score < 0.85 {
			t.Errorf("%q finds %v", c.Text, found)
		}
	}
	for _, nothing := range []string{"", " ", "?!", "Zirkonfalter", "https://example.org/Harwick/bridge", "\xff\xfe"} {
		if found := x.Rank(nothing, 0, nil); len(found) != 0 {
			t.Errorf("%q finds %v", nothing, found)
		}
	}
	for _, little := range []string{"I was in the garden all day and it was a good one", "What will they do in the end?"} {
		if found := x.Rank(little, 1, nil); len(found) > 0 && found[0].Score > 0.4 {
			t.Errorf("%q finds %v", little, found)
		}
	}
}

func TestAWordOfAnotherLanguageIsKnownInAPost(t *testing.T) {
	x := NewClaims()
	x.Put(Document{ID: 1, Text: "The bridges at Harwick are closed", Language: "en"}, Document{ID: 2, Text: "Դպրոցը փակ է", Language: "hy"})
	for _, text := range []string{"Որտե՞ղ տեսան այս bridge անունով տեղը", "Где этот bridge и почему?", "Bridge", "puentes y bridges de la ciudad"} {
		if got := ids(x.Rank(text, 0, nil)); !slices.Equal(got, []int64{1}) {
			t.Errorf("%q finds %v", text, got)
		}
	}
}

func TestAnIndexKnowsWhatWasPutReplacedAndRemoved(t *testing.T) {
	x := NewClaims()
	bridge := Document{ID: 7, Text: "The bridge at Harwick is closed", Title: "Is the bridge shut?", Claimant: "Lena Marsh", Language: "en"}
	x.Put(bridge, Document{ID: 8, Text: "The ferry to Ellery burns oil", Language: "en"})
	for _, words := range []string{"bridges", "shutting", "@LenaMarsh", "#harwickbridge"} {
		if got := ids(x.Rank(words, 0, nil)); !slices.Equal(got, []int64{7}) {
			t.Errorf("%s finds %v", words, got)
		}
	}
	bridge.Text, bridge.Title = "A tunnel is dug in Northfield", ""
	x.Put(bridge)
	if got := ids(x.Rank("tunnel", 0, nil)); !slices.Equal(got, []int64{7}) || len(x.Rank("Harwick bridge shut", 0, nil)) != 0 || x.Len() != 2 {
		t.Errorf("replaced, the tunnel is found in %v of %d", got, x.Len())
	}
	x.Remove(7, 99)
	if len(x.Rank("tunnel Lena", 0, nil)) != 0 || x.Len() != 1 {
		t.Errorf("it was not removed, of %d", x.Len())
	}
	x.Put(Document{ID: 9, Text: "A wolf and an oil ferry"})
	if got := ids(x.Rank("oil ferry", 0, nil)); !slices.Equal(slices.Sorted(slices.Values(got)), []int64{8, 9}) {
		t.Errorf("in the room of what was removed: %v", got)
	}
	if got := ids(x.Rank("oil ferry", 0, func(id int64) bool { return id != 8 })); !slices.Equal(got, []int64{9}) {
		t.Errorf("8 was turned down: %v", got)
	}
}

func TestEqualClaimsComeInTheOrderOfTheirNumbers(t *testing.T) {
	x := NewClaims()
	for id := int64(300); id > 0; id-- {
		x.Put(Document{ID: id, Text: "The bridge at Harwick is closed"})
	}
	found := ids(x.Rank("Harwick bridge", 0, nil))
	if len(found) != lookedAt || !slices.IsSorted(found) || found[0] != 1 || found[lookedAt-1] != lookedAt {
		t.Errorf("%d found: %v", len(found), found)
	}
}

func TestAnIndexIsAskedWhileItChanges(t *testing.T) {
	x := NewClaims()
	x.Put(synthetic(500)...)
	var all sync.WaitGroup
	for n := range 4 {
		all.Go(func() {
			for i := range 100 {
				id := int64(i*4 + n + 1)
				if n%2 == 0 {
					x.Put(Document{ID: id, Text: fmt.Sprintf("bridge number %d", i)})
				} else {
					x.Remove(id)
				}
				x.Rank("bridge number 7", 5, nil)
			}
		})
	}
	all.Wait()
}
