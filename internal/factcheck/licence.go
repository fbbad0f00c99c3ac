package factcheck

import "slices"

// Licence is one under which others may use what a newsroom has published.
type Licence struct {
	Name, Title string
	URL         string // of its text; "" for none
}

// AllReserved is the licence that grants nothing.
const AllReserved = "All rights reserved"

// Licences are those that the settings offer; a newsroom can name another.
var Licences = []Licence{
	{"CC BY 4.0", "Creative Commons Attribution 4.0: republish and adapt, with credit", "https://creativecommons.org/licenses/by/4.0/"},
	{"CC BY-SA 4.0", "Creative Commons Attribution-ShareAlike 4.0: what is made of it stays as free", "https://creativecommons.org/licenses/by-sa/4.0/"},
	{"CC BY-ND 4.0", "Creative Commons Attribution-NoDerivatives 4.0: republish whole and unchanged, with credit", "https://creativecommons.org/licenses/by-nd/4.0/"},
	{AllReserved, "All rights reserved: others ask first", ""},
}

// LicenceNamed is the licence of this name among those that are offered.
func LicenceNamed(name string) (Licence, bool) {
	i := slices.IndexFunc(Licences, func(l Licence) bool { return l.Name == name })
	if i < 0 {
		return Licence{}, false
	}
	return Licences[i], true
}

// licence cleans the name and the address of a licence; a known one has the
// address that it has.
func (c *checker) licence(name, address string) (string, string) {
	name = c.line("licence", name, 100)
	if known, ok := LicenceNamed(name); ok {
		return name, known.URL
	}
	address = c.url("licence_url", address)
	if name == "" && address != "" {
		c.add("licence", "Name the licence that stands at this address.")
	}
	return name, address
}

// Reserved tells whether readers are told that nothing may be republished
// without asking.
func (s Settings) Reserved() bool { return s.Licence == AllReserved }
