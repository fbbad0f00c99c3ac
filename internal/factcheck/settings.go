package factcheck

// Settings are what an admin decides for the whole newsroom.
type Settings struct {
	Version  int64
	SiteName string
	About    string // a line or two under the name, on every public page
	FourEyes bool   // what is published was signed by two people
	Example  bool   // every public page says that this is an example
	Language string // of the public pages, BCP 47
}

// DefaultSettings are those of a new newsroom.
func DefaultSettings() Settings {
	return Settings{SiteName: "Claimdesk newsroom", FourEyes: true, Language: "en",
		About: "Each verdict rests on quotes found word for word in a stored copy of the source. Whatever we publish can be seen again, with what changed and why."}
}

// Check cleans the settings, or says what is wrong with their fields.
func (s Settings) Check() (Settings, error) {
	var c checker
	s.SiteName = c.line("site_name", s.SiteName, 100)
	c.need("site_name", s.SiteName, "The newsroom needs a name.")
	s.About = c.text("about", s.About, MaxSummary)
	s.Language = c.language("language", s.Language, "en")
	return s, c.err("The settings were not saved.")
}
