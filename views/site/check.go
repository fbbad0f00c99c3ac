package site

import (
	"time"

	"claimdesk/internal/factcheck"
	"claimdesk/views/ui"
)

// CheckView is the page of one fact-check: as it is live, as an earlier
// revision had it, or as it would be published (a preview).
type CheckView struct {
	Newsroom
	Content  factcheck.Content
	Path     string    // of the live page; empty in a preview of what was never public
	Number   int       // of the revision that is shown; 0 in a preview
	Versions []Version // all revisions, newest first; none in a preview
	Related  []Listed
	Again    factcheck.Repeats // how often the claim was seen again, on the live page
	Banner   *ui.BannerView    // over a page that is not the live one; nil for none
	Address  string            // canonical path; Path where empty
	Shelf    string            // where the files of exhibits lie: "" for readers, the desk's address in a preview
	NoIndex  bool
	JSONLD   []byte // of the live page alone
}

// Version is a revision as the history shows it.
type Version struct {
	Number   int
	Class    factcheck.Class // "" for the first
	Note     string
	At       time.Time
	Live     bool
	Rating   factcheck.Rating
	AsOf     factcheck.Date
	Headline string
	Hash     string
}

// VersionOf is what the history shows of a revision.
func VersionOf(r factcheck.Revision) Version {
	return Version{Number: r.Number, Class: r.Class, Note: r.Note, At: r.At, Live: r.Live,
		Rating: r.Content.Rating, AsOf: r.Content.AsOf, Headline: r.Content.Headline, Hash: r.Hash}
}

func (v CheckView) frameOf() ui.SiteFrame {
	address := v.Address
	if address == "" {
		address = v.Path
	}
	title := v.Content.Rating.Label + ": " + v.Content.Claim
	head := v.about(title, brief(v.Content.Summary), address)
	head.Article, head.NoIndex, head.JSONLD = true, v.NoIndex, v.JSONLD
	return v.frame(head, ui.SectionFactChecks, "")
}

// told are the versions up to the one that is shown, newest first, that
// readers are told of in one of these classes.
func (v CheckView) told(classes ...factcheck.Class) []Version {
	var list []Version
	for _, version := range v.Versions {
		for _, class := range classes {
			if version.Class == class && version.Number <= v.Number {
				list = append(list, version)
			}
		}
	}
	return list
}

// newest is the latest of these classes, or nil.
func (v CheckView) newest(classes ...factcheck.Class) *Version {
	if list := v.told(classes...); len(list) > 0 {
		return &list[0]
	}
	return nil
}

// updates are the notes at the end of the text, the oldest first.
func (v CheckView) updates() []Version {
	list := v.told(factcheck.Update)
	for i, j := 0, len(list)-1; i < j; i, j = i+1, j-1 {
		list[i], list[j] = list[j], list[i]
	}
	return list
}

// before is the version that another one replaced, or nil.
func (v CheckView) before(n int) *Version {
	for i := range v.Versions {
		if v.Versions[i].Number == n-1 {
			return &v.Versions[i]
		}
	}
	return nil
}

// sources is how many documents the quotes are from. Those that rest on one
// another count once; old revisions do not know of that.
func sources(c factcheck.Content) string {
	seen := map[int64]bool{}
	for _, e := range c.Evidence {
		seen[e.Source.ID] = true
	}
	all := factcheck.Plural(len(seen), "source", "sources")
	switch {
	case c.Independent > 1:
		return factcheck.Plural(c.Independent, "independent source", "independent sources")
	case c.Independent == 1 && len(seen) > 1:
		return all + " that rest on one"
	}
	return all
}

// changed is the word of the dateline for a change of substance.
func changed(class factcheck.Class) string {
	if class == factcheck.ReRated {
		return "New verdict"
	}
	return "Corrected"
}

// onTopTitle is the title of the note on top.
func onTopTitle(class factcheck.Class) string {
	if class == factcheck.ReRated {
		return "The verdict has changed"
	}
	return "Correction"
}
