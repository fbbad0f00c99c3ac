package site

import (
	"net/url"

	"claimdesk/views/ui"
)

// paged is the address of a list from the check after the cursor on.
func paged(path, after string) string {
	if after == "" {
		return path
	}
	return path + "?" + url.Values{"after": {after}}.Encode()
}

// pagesOf leads from one page of a list to the next, and back to the first.
func pagesOf(address func(after string) string, after, next string) ui.PagesView {
	p := ui.PagesView{Label: "Pages of fact-checks"}
	if next != "" {
		p.Older = address(next)
	}
	if after != "" {
		p.Newer = address("")
	}
	return p
}
