package factcheck

import (
	"strconv"
	"strings"
	"time"
)

// Article is the fact-check as written. Each saved text is kept; the newest
// stands. Body is Markdown (CommonMark), in which [1] refers to the first
// piece of evidence.
type Article struct {
	ID, ClaimID             int64
	Headline, Slug, Summary string
	Body                    string
	UserID                  int64
	By                      string
	At                      time.Time
}

// ArticleDraft is what is sent to write the article.
type ArticleDraft struct {
	Headline, Slug, Summary, Body string
}

// Check cleans the draft, or says what is wrong with its fields. A given slug
// is brought into its canonical form by Slug.
func (d ArticleDraft) Check() (ArticleDraft, error) {
	var c checker
	d.Headline = c.line("headline", d.Headline, MaxHeadline)
	d.Summary = c.text("summary", d.Summary, MaxSummary)
	d.Body = c.text("body", d.Body, MaxBody)
	if given := c.line("slug", d.Slug, MaxName); given != "" {
		if d.Slug = Slug(given); d.Slug == "" {
			c.add("slug", "No address can be made of this. Use letters and digits.")
		}
	}
	return d, c.err("The article was not saved.")
}

// Begin is the article that a claim's editor starts from: the summary is the
// verdict's explanation, the body lists quotes and exhibits with their marks.
// There is no headline: somebody has to write it.
func (c Claim) Begin() Article {
	var a Article
	if c.Verdict != nil {
		a.Summary = cut(c.Verdict.Explanation, MaxSummary)
	}
	var b strings.Builder
	for _, part := range []struct {
		title  string
		stance Stance
	}{{"What speaks against it", Refutes}, {"What is right in it", Supports}, {"What else to know", Context}} {
		if lines := c.marked(part.stance); len(lines) > 0 {
			b.WriteString("## " + part.title + "\n\n" + strings.Join(lines, "\n\n") + "\n\n")
		}
	}
	a.Body = strings.TrimSpace(b.String())
	return a
}

// marked is a sentence with its mark for each quote and exhibit of a stance.
func (c Claim) marked(stance Stance) []string {
	var lines []string
	for _, e := range c.Evidence {
		if e.Stance == stance {
			lines = append(lines, sentence(e)+"["+strconv.Itoa(e.Position)+"]")
		}
	}
	for _, e := range c.Exhibits {
		if e.Stance == stance {
			words := strings.Join(strings.Fields(e.Description), " ")
			lines = append(lines, escapeMarkdown(strings.TrimRight(words, "."))+".["+e.Letter()+"]")
		}
	}
	return lines
}

// sentence says where a quote is from, and the quote.
func sentence(e Evidence) string {
	from := e.Source.Title
	if e.Source.Publisher != "" {
		from = e.Source.Publisher + ", in “" + e.Source.Title + "”"
	} else {
		from = "“" + from + "”"
	}
	if e.Speaker != "" {
		from = e.Speaker + ", quoted by " + from
	}
	words := strings.Join(strings.Fields(e.Exact), " ")
	return escapeMarkdown(from) + ": “" + escapeMarkdown(strings.TrimRight(words, ".")) + ".”"
}

var markdown = strings.NewReplacer(`\`, `\\`, "*", `\*`, "_", `\_`, "`", "\\`", "[", `\[`, "]", `\]`, "<", `\<`, "#", `\#`)

func escapeMarkdown(s string) string { return markdown.Replace(s) }

// cut shortens s to at most n code points, at a blank where there is one.
func cut(s string, n int) string {
	runes := []rune(s)
	if len(runes) <= n {
		return s
	}
	short := string(runes[:n-1])
	if i := strings.LastIndexByte(short, ' '); i > 0 {
		short = short[:i]
	}
	return short + "…"
}
