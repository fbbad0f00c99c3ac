package ingest

import (
	"path"
	"regexp"
	"strings"

	"claimdesk/internal/factcheck"
)

// properties are what the metadata of a PDF or Word document say. Programs
// fill them in unasked, so they count less than what the document says in its
// first lines.
type properties struct{ title, author, publisher, created, language string }

// guess says what a document tells of itself. Large is its first line in large
// type, or empty.
func (p properties) guess(blocks []block, large string) factcheck.SourceDraft {
	var text strings.Builder
	for _, b := range blocks {
		if text.Len() > sampled*4 {
			break
		}
		text.WriteString(b.text + "\n\n")
	}
	lines := firstLines(text.String())
	var g factcheck.SourceDraft
	for _, line := range lines {
		told(&g, line)
	}
	switch {
	case !fromProgram(p.title):
		g.Title = p.title
	case titled(oneLine(large)):
		g.Title = oneLine(large)
	case len(lines) > 1 && titled(lines[0]):
		g.Title = lines[0]
	}
	if len(g.Authors) == 0 && !nobody[strings.ToLower(oneLine(p.author))] {
		g.Authors = people(p.author)
	}
	if g.Publisher == "" && nameLike(p.publisher) && !nobody[strings.ToLower(p.publisher)] {
		g.Publisher = p.publisher
	}
	if g.PublishedOn == "" {
		g.PublishedOn = p.created
	}
	if g.Language = languageOf(text.String()); g.Language == "" {
		g.Language = p.language
	} else if strings.HasPrefix(strings.ToLower(p.language), g.Language+"-") {
		g.Language = p.language
	}
	return g
}

// fileEndings are those of files that programs make PDF of.
var fileEndings = map[string]bool{
	".doc": true, ".docx": true, ".dot": true, ".rtf": true, ".odt": true, ".pdf": true, ".ppt": true, ".pptx": true, ".xls": true,
	".xlsx": true, ".indd": true, ".qxd": true, ".qxp": true, ".tex": true, ".dvi": true, ".ps": true, ".fm": true, ".html": true,
	".htm": true, ".txt": true, ".tif": true, ".tiff": true, ".jpg": true, ".md": true, ".pages": true, ".wpd": true, ".p65": true, ".cdr": true,
}

var unnamed = regexp.MustCompile(`(?i)^(untitled|document|presentation|slide|layout|new document|page|scan|doc|title|microsoft word|about:blank|ohne titel|sans titre|без названия|документ|unbenannt)[ _-]*\d*( .{0,3})?$|^(microsoft (word|powerpoint|excel)|powerpoint presentation)\b|^[\d_.\-]+$|^\w+:/`)

// fromProgram tells whether a title is empty or one that a program made up:
// the name of a file, of a program or of nothing.
func fromProgram(title string) bool {
	title = oneLine(title)
	return len([]rune(title)) < 3 || fileEndings[strings.ToLower(path.Ext(title))] || unnamed.MatchString(title) || strings.ContainsRune(title, '\uFFFD')
}

// nobody are the names that programs give to whoever uses them.
var nobody = map[string]bool{
	"": true, "user": true, "admin": true, "administrator": true, "unknown": true, "author": true, "owner": true, "microsoft": true,
	"microsoft office user": true, "root": true, "anonymous": true, "default": true, "pc": true, "home": true, "windows user": true,
	"python-docx": true, "dell": true, "hp": true, "lenovo": true, "acer": true, "company": true, "microsoft corporation": true,
	"пользователь": true, "администратор": true, "benutzer": true, "utilisateur": true, "un-named": true, "canva": true,
}

// dayOfPDF is the day of a date as PDF has it: D:20230914…
func dayOfPDF(date string) string {
	date = strings.TrimPrefix(strings.TrimSpace(date), "D:")
	if len(date) < 8 {
		return ""
	}
	return dayOf(date[:8])
}
