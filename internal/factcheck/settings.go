package factcheck

import (
	"slices"
	"time"
)

// Settings are what an admin decides for the whole newsroom.
type Settings struct {
	Version  int64
	SiteName string
	About    string // a line or two under the name, on every public page
	FourEyes bool   // what is published was signed by two people
	Example  bool   // every public page says that this is an example
	Language string // of the public pages, BCP 47
	// How much of a source that is not free to republish may be public over all
	// its quotes, in percent of its words, and how many words a quote may have.
	// Beyond them the desk warns and the words around the quotes shrink. 0 is the
	// usual: 10 percent, 300 words.
	QuoteShare, QuoteWords int

	LogoID    int64    // a file that is a picture; 0: none
	Languages []string // that the newsroom writes in, BCP 47; Language among them
	// The licence under which others may use what is published, its address,
	// and the line that they are asked to give.
	Licence, LicenceURL, Credit string
	// Rules are the gate's reminders that are raised to reasoned or must here.
	Rules map[string]GateKind
	// TimeZone is the name in the tz database in which the desk gives times;
	// "UTC" where none is set.
	TimeZone string
}

// DefaultSettings are those of a new newsroom.
func DefaultSettings() Settings {
	return Settings{SiteName: "Claimdesk newsroom", FourEyes: true, Language: "en", TimeZone: "UTC", QuoteShare: 10, QuoteWords: 300,
		About: "Each verdict rests on quotes found word for word in a stored copy of the source. Whatever we publish can be seen again, with what changed and why."}
}

// Check cleans the settings, or says what is wrong with their fields.
func (s Settings) Check() (Settings, error) {
	var c checker
	s.SiteName = c.line("site_name", s.SiteName, 100)
	c.need("site_name", s.SiteName, "The newsroom needs a name.")
	s.About = c.text("about", s.About, MaxSummary)
	s.Language = c.language("language", s.Language, "en")
	s.QuoteShare = c.within("quote_share", s.QuoteShare, 100, 10)
	s.QuoteWords = c.within("quote_words", s.QuoteWords, 10_000, 300)
	s.Rules = c.rules(s.Rules)
	s.Languages = c.languages(s.Languages, s.Language)
	s.Licence, s.LicenceURL = c.licence(s.Licence, s.LicenceURL)
	s.Credit = c.line("credit", s.Credit, MaxName)
	s.TimeZone = c.timeZone(s.TimeZone)
	return s, c.err("The settings were not saved.")
}

// languages cleans the list of those that the newsroom writes in: first is the
// one of its public pages, each stands once.
func (c *checker) languages(given []string, first string) []string {
	clean := []string{first}
	for _, tag := range given {
		if tag = c.language("languages", tag, ""); tag != "" && !slices.Contains(clean, tag) {
			clean = append(clean, tag)
		}
	}
	if len(clean) > MaxLanguages {
		c.add("languages", "At most "+count(MaxLanguages)+" languages fit. Leave out those that you do not publish in.")
	}
	return clean
}

// timeZone accepts a name of the tz database.
func (c *checker) timeZone(name string) string {
	name = c.line("time_zone", name, 60)
	if name == "" {
		return "UTC"
	}
	if _, err := time.LoadLocation(name); err != nil || name == "Local" {
		c.add("time_zone", "There is no such time zone. Choose one such as Asia/Yerevan.")
	}
	return name
}

// OtherLanguages are those that the newsroom writes in beside the one of its
// public pages.
func (s Settings) OtherLanguages() []string {
	return slices.DeleteFunc(slices.Clone(s.Languages), func(tag string) bool { return tag == s.Language })
}
