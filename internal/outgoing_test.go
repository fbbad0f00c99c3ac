package internal_test

import (
	"go/ast"
	"slices"
	"testing"
)

// outgoing are the names by which Go reaches other machines.
var outgoing = map[string][]string{
	"http": {"Get", "Head", "Post", "PostForm", "Client", "DefaultClient", "Transport", "DefaultTransport", "NewRequest", "NewRequestWithContext"},
	"net":  {"Dial", "DialTimeout", "DialTCP", "DialUDP", "DialIP", "Dialer", "Resolver", "DefaultResolver", "LookupHost", "LookupIP", "LookupAddr"},
	"tls":  {"Dial", "DialWithDialer", "Dialer"},
}

// reaching are the packages that may: fetch; mail, which reaches the one server
// that an admin has named; and what drives a browser on this machine, which is
// no part of the program.
var reaching = []string{"internal/fetch", "internal/mail", "internal/web/browsertest", "internal/web/shots"}

func TestOnlyFetchAndMailReachOtherMachines(t *testing.T) {
	for _, s := range sources(t) {
		if slices.Contains(reaching, s.folder) {
			continue
		}
		ast.Inspect(s.file, func(n ast.Node) bool {
			selector, ok := n.(*ast.SelectorExpr)
			if !ok {
				return true
			}
			if from, ok := selector.X.(*ast.Ident); ok && slices.Contains(outgoing[from.Name], selector.Sel.Name) {
				t.Errorf("%s uses %s.%s: only internal/fetch and internal/mail reach other machines", s.fset.Position(n.Pos()), from.Name, selector.Sel.Name)
			}
			return true
		})
	}
}
