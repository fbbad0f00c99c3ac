package tabular

import (
	"cmp"
	"maps"
	"slices"
	"strings"
	"time"
	"unicode"

	"claimdesk/internal/factcheck"
)

// Field is what a column of a table becomes.
type Field string

// The fields of a claim that a column can become. None leaves the column out.
const (
	None         Field = ""
	Claim        Field = "claim"
	Language     Field = "language"
	Claimant     Field = "claimant"
	ClaimantKind Field = "claimant_kind"
	SaidOn       Field = "said_on"
	URL          Field = "url"
	Outlet       Field = "outlet"
	SeenOn       Field = "seen_on"
	ArchivedURL  Field = "archived_url"
	Said         Field = "said"
	Topics       Field = "topics"
	Note         Field = "note"
)

// Fields are all of them with what people call them, in the order in which
// they are offered.
var Fields = []struct {
	Field
	Label string
}{
	{Claim, "Claim"}, {Language, "Language"}, {Claimant, "Claimant"}, {ClaimantKind, "Kind of claimant"}, {SaidOn, "Said on"},
	{URL, "Address where seen"}, {Outlet, "Outlet where seen"}, {SeenOn, "Seen on"}, {ArchivedURL, "Archived copy"},
	{Said, "Words as said there"}, {Topics, "Topics"}, {Note, "Private note"},
}

// words are the names that columns have for a field, in small letters and
// without signs.
var words = map[Field][]string{
	Claim:        {"claim", "text", "claimtext", "statement", "quote", "claimreviewed", "assertion", "claimsummary", "utterance", "tweet", "message"},
	Language:     {"language", "lang", "languagecode", "inlanguage"},
	Claimant:     {"claimant", "claimantname", "speaker", "author", "person", "saidby", "who", "claimauthor", "source"},
	ClaimantKind: {"claimantkind", "kind", "claimanttype", "speakertype", "type"},
	SaidOn:       {"saidon", "date", "claimdate", "datesaid", "said", "statementdate", "day", "when"},
	URL:          {"url", "link", "address", "appearance", "appearanceurl", "claimurl", "permalink", "uri"},
	Outlet:       {"outlet", "medium", "platform", "channel", "publication", "website", "venue", "context"},
	SeenOn:       {"seenon", "seen", "dateseen", "found", "foundon", "retrieved"},
	ArchivedURL:  {"archivedurl", "archive", "archivedat", "archiveurl", "archivelink"},
	Said:         {"words", "saidas", "originaltext", "original", "verbatim", "post"},
	Topics:       {"topics", "topic", "tags", "tag", "subject", "subjects", "category", "categories", "keywords"},
	Note:         {"note", "notes", "comment", "comments", "remark", "remarks"},
}

// key is a column's name as words has it.
func key(name string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, name)
}

// Mapping is what each column of a table becomes.
type Mapping []Field

// Guess maps columns by their names; a field is given once, to the column whose
// name says it best.
func Guess(header []string) Mapping {
	m := make(Mapping, len(header))
	for _, f := range Fields {
		best, rank := -1, len(words[f.Field])
		for i, name := range header {
			if at := slices.Index(words[f.Field], key(name)); at >= 0 && at < rank && m[i] == None {
				best, rank = i, at
			}
		}
		if best >= 0 {
			m[best] = f.Field
		}
	}
	return m
}

// Planned is the mapping that a plan asks for, or the guessed one where it
// says nothing. It fails with an Invalid error about the field "map".
func (t *Table) Planned(plan factcheck.LoadPlan) (Mapping, error) {
	m := Guess(t.Header)
	if plan.Columns != nil {
		if len(plan.Columns) != len(t.Header) {
			return nil, factcheck.Wrong("map", "The table has %d columns, and %d were mapped.", len(t.Header), len(plan.Columns))
		}
		for i, f := range plan.Columns {
			m[i] = Field(f)
		}
	}
	for _, f := range slices.Sorted(maps.Keys(plan.Named)) {
		if err := m.name(Field(f), plan.Named[f], t.Header); err != nil {
			return nil, err
		}
	}
	return m, m.check(t.Header)
}

// name gives a field to the column of this name, and takes it from any other.
func (m Mapping) name(f Field, column string, header []string) error {
	at := -1
	for i, name := range header {
		if key(name) != key(column) {
			continue
		}
		if at >= 0 {
			return factcheck.Wrong("map", "Two columns are called “%s”. Give them different names.", column)
		}
		at = i
	}
	if at < 0 {
		return factcheck.Wrong("map", "There is no column “%s”. The table has: %s.", column, strings.Join(header, ", "))
	}
	for i := range m {
		if m[i] == f {
			m[i] = None
		}
	}
	m[at] = f
	return nil
}

// check looks for the column of claims, and for fields that were given twice.
func (m Mapping) check(header []string) error {
	seen := map[Field]bool{}
	for _, f := range m {
		known := f == None || words[f] != nil
		if !known {
			return factcheck.Wrong("map", "There is no field “%s” of a claim. Take one of: %s.", f, strings.Join(names(), ", "))
		}
		if f != None && seen[f] {
			return factcheck.Wrong("map", "Two columns are to become “%s”. Choose one.", Label(f))
		}
		seen[f] = true
	}
	if !seen[Claim] {
		return factcheck.Wrong("map", "No column holds the claim. The first line must hold the names of the columns; here it says: %s. Say which column is the claim.",
			strings.Join(header[:min(len(header), 12)], ", "))
	}
	return nil
}

func names() []string {
	list := make([]string, len(Fields))
	for i, f := range Fields {
		list[i] = string(f.Field)
	}
	return list
}

// Label is what people call a field; "" for None.
func Label(f Field) string {
	for _, row := range Fields {
		if row.Field == f {
			return row.Label
		}
	}
	return ""
}

// Draft makes a claim of a row, with the private note that goes with it.
func (m Mapping) Draft(cells []string) (factcheck.ClaimDraft, string) {
	got := map[Field]string{}
	for i, f := range m {
		if f != None && i < len(cells) {
			got[f] = unguarded(strings.TrimSpace(cells[i]))
		}
	}
	d := factcheck.ClaimDraft{Text: got[Claim], Language: got[Language], SaidOn: day(got[SaidOn]),
		Claimant: factcheck.ClaimantDraft{Name: got[Claimant], Kind: factcheck.ClaimantKind(strings.ToLower(got[ClaimantKind]))}}
	for topic := range strings.SplitSeq(got[Topics], ";") {
		if topic = strings.TrimSpace(topic); topic != "" {
			d.Topics = append(d.Topics, topic)
		}
	}
	seen := factcheck.AppearanceDraft{URL: got[URL], Outlet: got[Outlet], SeenOn: day(got[SeenOn]), ArchivedURL: got[ArchivedURL], Said: got[Said]}
	if !seen.Blank() {
		d.Appearances = []factcheck.AppearanceDraft{seen}
	}
	return d, got[Note]
}

// unguarded takes off the apostrophe that keeps a spreadsheet from taking a text
// for a formula.
func unguarded(cell string) string {
	if len(cell) > 1 && cell[0] == '\'' && strings.ContainsRune("=+-@\t", rune(cell[1])) {
		return cell[1:]
	}
	return cell
}

// day writes a day as we do, where it is written in a way that cannot mean
// another one; else it stays as it is.
func day(cell string) string {
	for _, layout := range []string{"02.01.2006", "2.1.2006", "2006/01/02", time.RFC3339, time.DateTime} {
		if t, err := time.Parse(layout, cell); err == nil {
			return t.Format(time.DateOnly)
		}
	}
	return cell
}

// columns are the names by which problems of a draft's fields are known, with
// the field of a column that they come from.
var columns = map[string]Field{"text": Claim, "language": Language, "claimant.name": Claimant, "claimant.kind": ClaimantKind,
	"said_on": SaidOn, "appearances.0.url": URL, "appearances.0.outlet": Outlet, "appearances.0.seen_on": SeenOn,
	"appearances.0.archived_url": ArchivedURL, "appearances.0.said": Said, "topics": Topics, "note": Note}

// Column is the name of the column from which a problem of a draft comes.
func (m Mapping) Column(field string, header []string) string {
	f, known := columns[field]
	if at := slices.Index(m, f); known && at >= 0 && at < len(header) {
		return header[at]
	}
	return cmp.Or(string(f), field)
}
