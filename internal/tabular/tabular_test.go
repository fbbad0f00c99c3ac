package tabular

import (
	"errors"
	"io"
	"reflect"
	"slices"
	"strings"
	"testing"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/lines"
)

func open(text string) (*Table, error) {
	return Open(lines.New(strings.NewReader(text), 1<<20, "1 MB"))
}

func all(t *Table) (rows []Row, err error) {
	for {
		row, err := t.Next()
		if errors.Is(err, io.EOF) {
			return rows, nil
		}
		if err != nil {
			return rows, err
		}
		rows = append(rows, row)
	}
}

func TestWhateverStandsBetweenTheCellsIsFound(t *testing.T) {
	for text, want := range map[string][]string{
		"claim,date\nOne,2023-01-01\n":                    {"One", "2023-01-01"},
		"claim;date\r\n\"One; two\";2023-01-01\r\n":       {"One; two", "2023-01-01"},
		"\ufeffclaim\tdate\nOne, or two\t2023-01-01":      {"One, or two", "2023-01-01"},
		"sep=;\nclaim;date\nOne;2023-01-01\n":             {"One", "2023-01-01"},
		"claim\n\n\"One,\ntwo\"\n":                        {"One,\ntwo"},
		"\"a, b, c\";\"d, e, f\"\nOne;2\n":                {"One", "2"},
		"claim,date\n,\n  ,\nOne \"\"quoted\"\",2023\n\n": nil,
	} {
		table, err := open(text)
		if err != nil {
			t.Errorf("%q: %v", text, err)
			continue
		}
		rows, err := all(table)
		if want == nil {
			if err == nil {
				t.Errorf("%q was read as %v", text, rows)
			}
			continue
		}
		if err != nil || len(rows) != 1 || !slices.Equal(rows[0].Cells, want) {
			t.Errorf("%q gives %v, %v", text, rows, err)
		}
	}
}

func TestATableThatCannotBeReadSaysWhere(t *testing.T) {
	for text, want := range map[string]string{
		"":                             "empty",
		" \n\n":                        "empty",
		"claim,date\na \"b\" c,d\n":    "Line 2",
		"claim\none\n\"never closed":   "Line 3",
		"claim\nok\nCaf\xe9\n":         "Line 3 is not valid UTF-8",
		"\xff\xfec\x00":                "UTF-16",
		strings.Repeat("a,", 150):      "columns",
		"sep=;":                        "nothing in the file",
		"claim,x\n\"a\"b,c\n\"d\",e\n": "Line 2",
	} {
		table, err := open(text)
		if err == nil {
			_, err = all(table)
		}
		if p := factcheck.Problems(err); p == nil || p[0].Field != "file" || !strings.Contains(p[0].Message, want) {
			t.Errorf("%.40q gives %v, want %q", text, err, want)
		}
	}
}

func TestARaggedRowIsOneFaultAndTheRestIsRead(t *testing.T) {
	table, err := open("claim,date\none\ntwo,2023-01-01\nthree,x,y\n")
	if err != nil {
		t.Fatal(err)
	}
	rows, err := all(table)
	if err != nil || len(rows) != 3 || rows[0].Fault == "" || rows[1].Fault != "" || rows[2].Fault == "" || rows[2].Line != 4 || len(rows[2].Cells) != 2 {
		t.Errorf("%+v, %v", rows, err)
	}
}

func TestColumnsAreGuessedByTheirNames(t *testing.T) {
	for header, want := range map[string]Mapping{
		"claim,language,claimant":            {Claim, Language, Claimant},
		"Statement,Speaker,Date,Link,Tags":   {Claim, Claimant, SaidOn, URL, Topics},
		"id,Quote,text":                      {None, None, Claim},
		"CLAIM TEXT,Seen-on,Archived URL":    {Claim, SeenOn, ArchivedURL},
		"one,two":                            {None, None},
		"claim,claim":                        {Claim, None},
		"text,claimant_kind,note,said,words": {Claim, ClaimantKind, Note, SaidOn, Said},
	} {
		if got := Guess(strings.Split(header, ",")); !reflect.DeepEqual(got, want) {
			t.Errorf("%s gives %v", header, got)
		}
	}
}

func TestAMappingIsMendedOrRefused(t *testing.T) {
	table, err := open("what,claim,when\n")
	if err != nil {
		t.Fatal(err)
	}
	m, err := table.Planned(factcheck.LoadPlan{Named: map[string]string{"claim": "What", "said_on": "when"}})
	if err != nil || !reflect.DeepEqual(m, Mapping{Claim, None, SaidOn}) {
		t.Errorf("%v, %v", m, err)
	}
	for want, plan := range map[string]factcheck.LoadPlan{
		"no column “x”": {Named: map[string]string{"claim": "x"}},
		"no field “y”":  {Named: map[string]string{"y": "what"}},
		"Two columns":   {Columns: []string{"claim", "claim", ""}},
		"No column":     {Columns: []string{"", "", "note"}},
		"were mapped":   {Columns: []string{"claim"}},
	} {
		if _, err := table.Planned(plan); factcheck.Problems(err) == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%+v gives %v, want %q", plan, err, want)
		}
	}
}

func TestARowBecomesAClaim(t *testing.T) {
	m := Mapping{Claim, Claimant, ClaimantKind, SaidOn, URL, SeenOn, Topics, Note}
	d, note := m.Draft([]string{"'=2+2 is five", "Jo", "Person", "14.09.2023", "https://a.example", "2023/09/15", "sums; ;maths ", "check"})
	want := factcheck.ClaimDraft{Text: "=2+2 is five", Claimant: factcheck.ClaimantDraft{Name: "Jo", Kind: factcheck.Person}, SaidOn: "2023-09-14",
		Topics: []string{"sums", "maths"}, Appearances: []factcheck.AppearanceDraft{{URL: "https://a.example", SeenOn: "2023-09-15"}}}
	if !reflect.DeepEqual(d, want) || note != "check" {
		t.Errorf("%+v, %q", d, note)
	}
	if got := m.Column("said_on", []string{"a", "b", "c", "When"}); got != "When" {
		t.Errorf("the column of a problem is %q", got)
	}
}

func FuzzTable(f *testing.F) {
	f.Add("claim,date\n\"a\",b\n")
	f.Add("sep=;\na;b\n1;2")
	f.Add("\"a\n\"\"b\"\t\x00")
	f.Fuzz(func(t *testing.T, text string) {
		table, err := open(text)
		if err != nil {
			return
		}
		m, err := table.Planned(factcheck.LoadPlan{})
		for range 100 {
			row, failed := table.Next()
			if failed != nil {
				return
			}
			if len(row.Cells) != len(table.Header) || row.Line < 1 {
				t.Errorf("a row of %d cells at line %d", len(row.Cells), row.Line)
			}
			if d, _ := m.Draft(row.Cells); err == nil && factcheck.InvalidAt(d.Text) >= 0 {
				t.Errorf("%q is no text", d.Text)
			}
		}
	})
}
