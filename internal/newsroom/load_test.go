package newsroom_test

import (
	"context"
	"fmt"
	"io"
	"reflect"
	"strings"
	"testing"
	"time"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/newsroom"
	"claimdesk/internal/store"
)

// bring imports a file as an editor.
func (d *desk) bring(text string, plan factcheck.LoadPlan) (factcheck.LoadOutcome, error) {
	d.t.Helper()
	return d.ImportFile(d.ctx(), d.bo, strings.NewReader(text), plan, nil)
}

func (d *desk) brought(text string, plan factcheck.LoadPlan) factcheck.LoadOutcome {
	d.t.Helper()
	o, err := d.bring(text, plan)
	if err != nil {
		d.t.Fatalf("%v: %+v", err, o.Faults)
	}
	return o
}

const table = "claim,claimant,claimant_kind,said_on,url,outlet,topics,note\n" +
	"The bridge is closed,Jo Example,person,2023-09-10,https://portal.example/1,A portal,roads; bridges,from the phone\n" +
	"It rains in July,Jo Example,,2023-09-11,,,Roads,\n" +
	"A neighbour says so,Somebody,private-person,,,A channel,,\n" +
	"Another neighbour says so,Somebody else,private-person,,,,,\n"

func TestATableBecomesClaimsThatVerifyHolds(t *testing.T) {
	d := newDesk(t)
	before, err := d.Claims(d.ctx(), d.bo, newsroom.ClaimFilter{})
	must(t, err)
	o := d.brought(table, factcheck.LoadPlan{})
	if o.Rows != 4 || o.Claims != 4 || o.Last-o.First != 3 || o.KnownRows != 0 {
		t.Fatalf("%+v", o)
	}
	c, err := d.Claim(d.ctx(), d.bo, o.First)
	must(t, err)
	if c.Status != factcheck.New || c.Version != 1 || c.Claimant == nil || c.Claimant.Name != "Jo Example" || c.SaidOn != "2023-09-10" ||
		!reflect.DeepEqual(c.TopicNames(), []string{"roads", "bridges"}) || len(c.Appearances) != 1 || c.Appearances[0].Outlet != "A portal" || c.CreatedBy != d.bo.ID {
		t.Errorf("%+v", c)
	}
	second, err := d.Claim(d.ctx(), d.bo, o.First+1)
	must(t, err)
	if second.Claimant.ID != c.Claimant.ID || second.Topics[0].ID != c.Topics[0].ID {
		t.Errorf("the same claimant and topic are there twice: %+v %+v", second.Claimant, second.Topics)
	}
	neighbour, err := d.Claim(d.ctx(), d.bo, o.Last)
	must(t, err)
	if !strings.HasPrefix(neighbour.Claimant.Slug, "private-person") {
		t.Errorf("the slug of a private person is %s", neighbour.Claimant.Slug)
	}
	notes, err := d.Notes(d.ctx(), o.First)
	must(t, err)
	if len(notes) != 1 || notes[0].Text != "from the phone" {
		t.Errorf("the notes are %+v", notes)
	}
	found, err := d.Claims(d.ctx(), d.bo, newsroom.ClaimFilter{Query: "bridge"})
	must(t, err)
	if found.Total != 1 {
		t.Errorf("by words %d claims are found", found.Total)
	}
	events, err := d.ClaimEvents(d.ctx(), o.First)
	must(t, err)
	if len(events) != 1 || events[0].Action != factcheck.ImportClaims {
		t.Errorf("the claim's history is %+v", events)
	}
	after, err := d.Claims(d.ctx(), d.bo, newsroom.ClaimFilter{})
	must(t, err)
	if after.Total != before.Total+4 {
		t.Errorf("%d claims became %d", before.Total, after.Total)
	}
	if _, err := d.EditClaim(d.ctx(), d.ani, o.First, newsroom.Base{}, factcheck.ClaimDraft{Text: "The bridge is open"}); err != nil {
		t.Errorf("an imported claim cannot be worked on: %v", err)
	}
	d.sound()
}

func TestWithAnythingWrongNothingIsImported(t *testing.T) {
	d := newDesk(t)
	rows := "claim,said_on,url\n" + strings.Repeat("A claim,someday,\n", 150) + "Fine,,\n,2023-01-01,\nragged\nx,,not an address\n"
	o, err := d.bring(rows, factcheck.LoadPlan{})
	if factcheck.KindOf(err) != factcheck.Invalid || o.AllFaults != 153 || len(o.Faults) != factcheck.MaxFaults || o.Claims != 0 {
		t.Fatalf("%v with %d faults, %d listed", err, o.AllFaults, len(o.Faults))
	}
	if f := o.Faults[0]; f.Line != 2 || f.Field != "said_on" || !strings.Contains(f.Message, "year-month-day") {
		t.Errorf("the first fault is %+v", f)
	}
	for name, text := range map[string]string{
		"UTF-16": "\xff\xfec\x00l\x00", "Latin-1": "claim\nfine\nCaf\xe9\n", "nothing": "", "a header alone": "claim,date\n", "no column of claims": "a,b\n1,2\n",
		"a ZIP": "PK\x03\x04xxxx", "half of a JSON": `[{"@type":"ClaimReview"`, "JSON Lines with a fault": checkOf(1, "False") + "\n{nonsense}\n",
		"a check without a rating": checkOf(1, "False") + "\n" + `{"@type":"ClaimReview","url":"https://p.example/9","claimReviewed":"x"}`,
		"no checks":                `[]`,
	} {
		if _, err := d.bring(text, factcheck.LoadPlan{}); factcheck.KindOf(err) != factcheck.Invalid || factcheck.Problems(err) == nil {
			t.Errorf("%s: %v", name, err)
		}
	}
	page, err := d.Claims(d.ctx(), d.bo, newsroom.ClaimFilter{})
	must(t, err)
	others, err := d.OtherReviews(d.ctx(), newsroom.OtherFilter{})
	must(t, err)
	if page.Total != 0 || len(others.Items) != 0 {
		t.Errorf("%d claims and %d checks came in", page.Total, len(others.Items))
	}
}

func TestClaimsThatAreRecordedAreLeftOutUnlessAskedFor(t *testing.T) {
	d := newDesk(t)
	known := d.brought("claim\nThe bridge is closed\n", factcheck.LoadPlan{})
	again := "claim\n“the  BRIDGE is closed!”\nIt snows\nit snows.\n"
	o := d.brought(again, factcheck.LoadPlan{DryRun: true})
	if o.Claims != 1 || o.KnownRows != 2 || o.First != 0 {
		t.Errorf("looking gives %+v", o)
	}
	o = d.brought(again, factcheck.LoadPlan{})
	want := []factcheck.Known{{Line: 4, As: 3}, {Line: 2, ClaimID: known.First}}
	if o.Claims != 1 || !reflect.DeepEqual(o.Known, want) {
		t.Errorf("%+v", o)
	}
	o = d.brought(again, factcheck.LoadPlan{KeepKnown: true})
	if o.Claims != 3 || o.KnownRows < 2 {
		t.Errorf("asked to keep them gives %+v", o)
	}
	o = d.brought("claim\nIt snows\n", factcheck.LoadPlan{})
	if o.Claims != 0 || o.First != 0 {
		t.Errorf("with nothing new: %+v", o)
	}
	d.sound()
}

// pretended is a file of so many bytes that nobody has.
type pretended struct{ left int64 }

func (p *pretended) Read(b []byte) (int, error) {
	if p.left <= 0 {
		return 0, io.EOF
	}
	n := min(int64(len(b)), p.left)
	p.left -= n
	for i := range b[:n] {
		b[i] = 'x'
	}
	if n > 6 {
		copy(b, "claim\n")
	}
	return int(n), nil
}

func TestAFileOfAGigabyteIsRefusedBeforeItsEnd(t *testing.T) {
	d := newDesk(t)
	file := &pretended{left: 1 << 30}
	_, err := d.ImportFile(d.ctx(), d.bo, file, factcheck.LoadPlan{}, nil)
	if p := factcheck.Problems(err); p == nil || !strings.Contains(p[0].Message, "larger than 100 MB") {
		t.Errorf("it is refused with %v", err)
	}
	if read := int64(1<<30) - file.left; read > factcheck.MaxLoadBytes+1<<20 {
		t.Errorf("%d bytes of it were read", read)
	}
	file = &pretended{left: 1 << 30}
	if _, err := d.BeginLoad(d.ctx(), d.bo, "large.csv", file); factcheck.Problems(err) == nil {
		t.Errorf("on screen it is refused with %v", err)
	}
	if read := int64(1<<30) - file.left; read > factcheck.MaxLoadBytes+1<<20 {
		t.Errorf("on screen %d bytes of it were read", read)
	}
}

func TestTooManyRecordsAreRefused(t *testing.T) {
	d := newDesk(t)
	_, err := d.bring("claim\n"+strings.Repeat("x\n", factcheck.MaxLoadRows+1), factcheck.LoadPlan{})
	if p := factcheck.Problems(err); p == nil || !strings.Contains(p[0].Message, "more than 200000") {
		t.Errorf("they give %v", err)
	}
	var topics strings.Builder
	for i := range factcheck.MaxNewTopics + 1 {
		fmt.Fprintf(&topics, "claim %d,topic %d\n", i, i)
	}
	if _, err := d.bring("claim,topics\n"+topics.String(), factcheck.LoadPlan{}); factcheck.Problems(err) == nil {
		t.Errorf("a thousand topics give %v", err)
	}
}

func TestOnlyAnEditorImports(t *testing.T) {
	d := newDesk(t)
	if _, err := d.ImportFile(d.ctx(), d.ani, strings.NewReader(table), factcheck.LoadPlan{}, nil); factcheck.KindOf(err) != factcheck.Forbidden {
		t.Errorf("a reporter gets %v", err)
	}
	if _, err := d.BeginLoad(d.ctx(), d.ani, "x.csv", strings.NewReader(table)); factcheck.KindOf(err) != factcheck.Forbidden {
		t.Errorf("a reporter's file gets %v", err)
	}
}

// waited is a load once it no longer runs.
func (d *desk) waited(by factcheck.Actor, id int64) factcheck.Load {
	d.t.Helper()
	_, running, err := d.Load(d.ctx(), by, id)
	must(d.t, err)
	if running.Done != nil {
		<-running.Done
	}
	l, _, err := d.Load(d.ctx(), by, id)
	must(d.t, err)
	return l
}

func TestALoadIsLookedAtThenImportedOnce(t *testing.T) {
	d := newDesk(t)
	begun, err := d.BeginLoad(d.ctx(), d.bo, "claims.csv", strings.NewReader(table))
	must(t, err)
	l := d.waited(d.bo, begun.ID)
	if l.State != factcheck.LoadWaits || l.Outcome.Claims != 4 || l.Size != int64(len(table)) {
		t.Fatalf("after the look: %+v", l)
	}
	p, err := d.PreviewLoad(d.ctx(), d.bo, l.ID, nil)
	if err != nil || len(p.Rows) != 4 || p.Columns[0] != "claim" || p.Rows[0].Claim.Topics[1] != "bridges" || p.Problem != "" {
		t.Errorf("the preview is %+v, %v", p, err)
	}
	if p, err := d.PreviewLoad(d.ctx(), d.bo, l.ID, []string{"", "", "", "", "", "", "", ""}); err != nil || !strings.Contains(p.Problem, "No column holds the claim") || len(p.Rows) != 4 {
		t.Errorf("without a column of claims: %+v, %v", p, err)
	}
	if _, _, err := d.Load(d.ctx(), d.cem, l.ID); factcheck.KindOf(err) != factcheck.NotFound {
		t.Errorf("another editor gets %v", err)
	}
	if err := d.EndLoad(d.ctx(), d.cem, l.ID); factcheck.KindOf(err) != factcheck.NotFound {
		t.Errorf("another editor ends it: %v", err)
	}
	_, err = d.RunLoad(d.ctx(), d.bo, l.ID, factcheck.LoadPlan{})
	must(t, err)
	l = d.waited(d.bo, l.ID)
	if l.State != factcheck.LoadDone || l.Outcome.Claims != 4 {
		t.Fatalf("after the import: %+v", l)
	}
	if _, err := d.RunLoad(d.ctx(), d.bo, l.ID, factcheck.LoadPlan{}); factcheck.KindOf(err) != factcheck.Conflict {
		t.Errorf("once more gives %v", err)
	}
	d.sound()
}

func TestALoadThatCannotBeReadSaysWhyAndCanBeThrownAway(t *testing.T) {
	d := newDesk(t)
	begun, err := d.BeginLoad(d.ctx(), d.bo, "latin.csv", strings.NewReader("claim\nCaf\xe9\n"))
	must(t, err)
	l := d.waited(d.bo, begun.ID)
	if l.State != factcheck.LoadRefused || !strings.Contains(l.Outcome.Faults[0].Message, "Line 2 is not valid UTF-8") {
		t.Errorf("%+v", l)
	}
	must(t, d.EndLoad(d.ctx(), d.bo, l.ID))
	if _, _, err := d.Load(d.ctx(), d.bo, l.ID); factcheck.KindOf(err) != factcheck.NotFound {
		t.Errorf("it is still there: %v", err)
	}
	begun, err = d.BeginLoad(d.ctx(), d.bo, "other.csv", strings.NewReader("one,two\nThe bridge is closed,x\n"))
	must(t, err)
	if l = d.waited(d.bo, begun.ID); l.State != factcheck.LoadWaits || l.Outcome.AllFaults != 1 {
		t.Errorf("without a column of claims: %+v", l)
	}
	_, err = d.RunLoad(d.ctx(), d.bo, l.ID, factcheck.LoadPlan{Columns: []string{"claim", ""}})
	must(t, err)
	if l = d.waited(d.bo, l.ID); l.State != factcheck.LoadDone || l.Outcome.Claims != 1 {
		t.Errorf("with one: %+v", l)
	}
}

func TestALoadThatWasRunningIsRunAgainAfterAStart(t *testing.T) {
	d := newDesk(t)
	begun, err := d.BeginLoad(d.ctx(), d.bo, "claims.csv", strings.NewReader(table))
	must(t, err)
	l := d.waited(d.bo, begun.ID)
	l.State, l.Plan = factcheck.LoadRuns, factcheck.LoadPlan{}
	must(t, d.store.Write(d.ctx(), func(tx *store.Tx) error { return tx.SetLoad(context.Background(), l) }))
	if l = d.waited(d.bo, l.ID); l.State != factcheck.LoadDone || l.Outcome.Claims != 4 {
		t.Errorf("after the start: %+v", l)
	}
}

func TestLoadsAreSweptAfterADay(t *testing.T) {
	d := newDesk(t)
	begun, err := d.BeginLoad(d.ctx(), d.bo, "claims.csv", strings.NewReader(table))
	must(t, err)
	d.waited(d.bo, begun.ID)
	d.pass(25 * time.Hour)
	must(t, d.Sweep(d.ctx()))
	if all, err := d.Loads(d.ctx(), d.bo); err != nil || len(all) != 0 {
		t.Errorf("%d are left, %v", len(all), err)
	}
}
