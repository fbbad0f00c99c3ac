package factcheck

import (
	"slices"
	"strings"
	"testing"
)

// may says who may do each act: r reporter, e editor, a admin, c console.
var may = map[Action]string{
	CreateNewsroom: "ac", MakeFirstAdmin: "ac",
	AddSource: "reac", EditSource: "reac", AddSnapshot: "reac", DecideFate: "eac",
	RecordClaim: "reac", EditClaim: "reac", AssignClaim: "reac", NoteOnClaim: "reac",
	AttachQuote: "reac", EditEvidence: "reac", MoveEvidence: "reac", DropEvidence: "reac", PutBackQuote: "reac",
	AddExhibit: "reac", EditExhibit: "reac", MoveExhibit: "reac", DropExhibit: "reac", ConfirmExhibit: "rea",
	RuleOn: "reac", WriteArticle: "reac",
	Submit: "reac", Agree: "reac", Approve: "ea", Return: "eac", Publish: "ea", Drop: "eac", Reopen: "eac",
	PlanClaim: "reac", TagClaims: "reac", MergeClaim: "reac", UnmergeClaim: "reac", AddRepeat: "reac", DropRepeat: "reac",
	Schedule: "ea", Unschedule: "eac", MissTime: "eac", PassGate: "reac", Dissent: "rea", DropDissent: "rea",
	AddEnquiry: "reac", EditEnquiry: "reac", DropEnquiry: "reac",
	SendTip: "reac", AcceptTip: "reac", MergeTip: "reac", DeclineTip: "reac", ReopenTip: "reac", ReadContact: "eac",
	EditTopic: "eac", MergeTopic: "eac", EditClaimant: "eac", MergeClaimant: "eac", EditScale: "ac", WritePage: "ac",
	ImportClaims: "eac", ImportReviews: "eac", LeanOn: "reac", LeanOff: "reac", DoTask: "reac",
	TakeOver: "ac", Export: "ac", SaveFilter: "rea", DropFilter: "rea",
	AddUser: "ac", EditUser: "ac", DisableUser: "ac", EnableUser: "ac", ResetUser: "ac", EditSettings: "ac",
	EditOwn: "rea", SetPassword: "reac", AddToken: "reac", RevokeToken: "reac", LogIn: "reac", LogOut: "rea", ReadLog: "reac",
}

func TestEachActIsPermittedToWhomTheTableSays(t *testing.T) {
	letters := map[Role]string{Reporter: "r", Editor: "e", Admin: "a", Console: "c"}
	for _, act := range Actions() {
		if _, listed := may[act]; !listed {
			t.Errorf("%s: this test does not say who may do it", act)
		}
	}
	for act, who := range may {
		if !slices.Contains(Actions(), act) {
			t.Errorf("%s has no row in the table", act)
		}
		for role, letter := range letters {
			want := strings.Contains(who, letter)
			if got := Permitted(role, act); got != want {
				t.Errorf("%s by %s: permitted %v, want %v", act, role, got, want)
			}
			err := Permit(Actor{Role: role}, act)
			if (err == nil) != want || err != nil && KindOf(err) != Forbidden {
				t.Errorf("%s by %s: %v", act, role, err)
			}
		}
	}
}

func TestWhatIsUnknownIsPermittedToNobody(t *testing.T) {
	for _, role := range []Role{Reporter, Editor, Admin, Console} {
		if Permitted(role, "claim.destroy") {
			t.Errorf("%s may do an act that there is not", role)
		}
	}
	for _, role := range []Role{"", "owner", "ADMIN"} {
		for _, act := range Actions() {
			if Permitted(role, act) {
				t.Errorf("the role %q may do %s", role, act)
			}
		}
	}
}

func TestARefusalNamesTheRoleThatIsNeeded(t *testing.T) {
	for _, c := range []struct {
		role Role
		act  Action
		want string
	}{
		{Reporter, Approve, "Your role (reporter) does not allow this; ask an editor."},
		{Editor, AddUser, "Your role (editor) does not allow this; ask an admin."},
		{Console, Publish, "The console may not do this: log in as an editor."},
		{Console, LogOut, "The console may not do this: log in as a reporter."},
	} {
		if err := Permit(Actor{Role: c.role}, c.act); err == nil || err.Error() != c.want {
			t.Errorf("%s by %s: %v, want %q", c.act, c.role, err, c.want)
		}
	}
}

func TestRolesIncludeTheOnesBefore(t *testing.T) {
	for i, r := range Roles {
		for j, other := range Roles {
			if r.AtLeast(other) != (i >= j) {
				t.Errorf("%s at least %s: %v", r, other, r.AtLeast(other))
			}
		}
		if Console.AtLeast(r) || Role("").AtLeast(r) {
			t.Errorf("the console or nobody counts as %s", r)
		}
	}
}
