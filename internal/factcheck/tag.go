package factcheck

// CheckTags cleans the names of topics that are added to claims, or says what is
// wrong with them.
func CheckTags(names []string) ([]string, error) {
	var c checker
	names = c.topics(names)
	return names, c.err("The topics were not changed.")
}
