package factcheck

// Action names an act of the newsroom, in the audit log and in the table of
// who may do it.
type Action string

// The acts.
const (
	CreateNewsroom Action = "newsroom.create"
	MakeFirstAdmin Action = "user.first"

	AddSource  Action = "source.add"
	EditSource Action = "source.edit"

	AddSnapshot Action = "source.snapshot"
	DecideFate  Action = "source.decide"

	RecordClaim  Action = "claim.record"
	EditClaim    Action = "claim.edit"
	AssignClaim  Action = "claim.assign"
	PlanClaim    Action = "claim.plan"
	TagClaims    Action = "claim.tag"
	MergeClaim   Action = "claim.merge"
	UnmergeClaim Action = "claim.unmerge"
	AddRepeat    Action = "repeat.add"
	DropRepeat   Action = "repeat.remove"
	NoteOnClaim  Action = "claim.note"
	AttachQuote  Action = "evidence.attach"
	EditEvidence Action = "evidence.edit"
	MoveEvidence Action = "evidence.move"
	DropEvidence Action = "evidence.remove"
	PutBackQuote Action = "evidence.restore"

	AddExhibit     Action = "exhibit.add"
	EditExhibit    Action = "exhibit.edit"
	MoveExhibit    Action = "exhibit.move"
	DropExhibit    Action = "exhibit.remove"
	ConfirmExhibit Action = "exhibit.confirm"

	RuleOn       Action = "verdict.rule"
	WriteArticle Action = "article.write"

	Submit  Action = "claim.submit"
	Agree   Action = "claim.agree"
	Approve Action = "claim.approve"
	Return  Action = "claim.return"
	Publish Action = "claim.publish"
	Drop    Action = "claim.drop"
	Reopen  Action = "claim.reopen"

	Schedule    Action = "claim.schedule"
	Unschedule  Action = "claim.unschedule"
	MissTime    Action = "claim.miss" // a scheduled publication could not happen
	PassGate    Action = "claim.pass"
	Dissent     Action = "dissent.write"
	DropDissent Action = "dissent.remove"
	AddEnquiry  Action = "enquiry.add"
	EditEnquiry Action = "enquiry.edit"
	DropEnquiry Action = "enquiry.remove"

	SendTip     Action = "tip.send"
	AcceptTip   Action = "tip.accept"
	MergeTip    Action = "tip.merge"
	DeclineTip  Action = "tip.decline"
	ReopenTip   Action = "tip.reopen"
	ReadContact Action = "tip.contact"

	EditTopic     Action = "topic.edit"
	MergeTopic    Action = "topic.merge"
	EditClaimant  Action = "claimant.edit"
	MergeClaimant Action = "claimant.merge"
	EditScale     Action = "scale.edit"
	WritePage     Action = "page.write"

	ImportClaims  Action = "import.claims"
	ImportReviews Action = "import.reviews"
	LeanOn        Action = "review.lean"
	LeanOff       Action = "review.leave"
	DoTask        Action = "task.do"
	TakeOver      Action = "newsroom.take-over"
	Export        Action = "newsroom.export"

	SaveFilter Action = "filter.save"
	DropFilter Action = "filter.remove"

	AddUser      Action = "user.add"
	EditUser     Action = "user.edit"
	DisableUser  Action = "user.disable"
	EnableUser   Action = "user.enable"
	ResetUser    Action = "user.reset"
	EditOwn      Action = "user.own"
	SetPassword  Action = "user.password"
	AddToken     Action = "token.add"
	RevokeToken  Action = "token.revoke"
	LogIn        Action = "session.start"
	LogOut       Action = "session.end"
	EditSettings Action = "settings.edit"
	ReadLog      Action = "log.read"
)

// permit is one row of the table: the least role, and whether the console may
// as well.
type permit struct {
	role    Role
	console bool
}

var permits = map[Action]permit{
	AddSource:    {Reporter, true},
	EditSource:   {Reporter, true},
	AddSnapshot:  {Reporter, true},
	DecideFate:   {Editor, true},
	RecordClaim:  {Reporter, true},
	EditClaim:    {Reporter, true},
	AssignClaim:  {Reporter, true},
	PlanClaim:    {Reporter, true},
	TagClaims:    {Reporter, true},
	MergeClaim:   {Reporter, true},
	UnmergeClaim: {Reporter, true},
	AddRepeat:    {Reporter, true},
	DropRepeat:   {Reporter, true},
	NoteOnClaim:  {Reporter, true},
	AttachQuote:  {Reporter, true},
	EditEvidence: {Reporter, true},
	MoveEvidence: {Reporter, true},
	DropEvidence: {Reporter, true},
	PutBackQuote: {Reporter, true},

	AddExhibit:     {Reporter, true},
	EditExhibit:    {Reporter, true},
	MoveExhibit:    {Reporter, true},
	DropExhibit:    {Reporter, true},
	ConfirmExhibit: {Reporter, false}, // a person; never who brought it in or described it

	RuleOn:       {Reporter, true},
	WriteArticle: {Reporter, true},
	Submit:       {Reporter, true},
	Agree:        {Reporter, true},
	Approve:      {Editor, false},
	Return:       {Editor, true},
	Publish:      {Editor, false},
	Drop:         {Editor, true},
	Reopen:       {Editor, true},

	Schedule:    {Editor, false},
	Unschedule:  {Editor, true},
	MissTime:    {Editor, true}, // done by the program itself
	PassGate:    {Reporter, true},
	Dissent:     {Reporter, false}, // a person's opinion
	DropDissent: {Reporter, false}, // one's own
	AddEnquiry:  {Reporter, true},
	EditEnquiry: {Reporter, true},
	DropEnquiry: {Reporter, true},

	SendTip:     {Reporter, true}, // and Anybody
	AcceptTip:   {Reporter, true},
	MergeTip:    {Reporter, true},
	DeclineTip:  {Reporter, true},
	ReopenTip:   {Reporter, true},
	ReadContact: {Editor, true},

	EditTopic:     {Editor, true},
	MergeTopic:    {Editor, true},
	EditClaimant:  {Editor, true},
	MergeClaimant: {Editor, true},
	EditScale:     {Admin, true},
	WritePage:     {Admin, true},

	ImportClaims:  {Editor, true},
	ImportReviews: {Editor, true},
	LeanOn:        {Reporter, true},
	LeanOff:       {Reporter, true},
	DoTask:        {Reporter, true},
	TakeOver:      {Admin, true},
	Export:        {Admin, true},

	SaveFilter: {Reporter, false}, // one's own
	DropFilter: {Reporter, false},

	AddUser:      {Admin, true},
	EditUser:     {Admin, true},
	DisableUser:  {Admin, true},
	EnableUser:   {Admin, true},
	ResetUser:    {Admin, true},
	EditOwn:      {Reporter, false},
	SetPassword:  {Reporter, true}, // one's own; the console anybody's
	AddToken:     {Reporter, true}, // one's own; the console anybody's
	RevokeToken:  {Reporter, true},
	LogOut:       {Reporter, false},
	EditSettings: {Admin, true},
	ReadLog:      {Reporter, true},

	// Done by the program itself when a newsroom is opened or a link is used.
	CreateNewsroom: {Admin, true},
	MakeFirstAdmin: {Admin, true},
	LogIn:          {Reporter, true},
}

// Permitted tells whether a role may do an act. An act without a row in the
// table is permitted to nobody.
func Permitted(role Role, act Action) bool {
	p, known := permits[act]
	if role == Console {
		return known && p.console
	}
	if role == Anybody {
		return act == SendTip
	}
	return known && role.AtLeast(p.role)
}

// Permit is nil when the actor may do the act, else a Forbidden error that
// names the role that is needed.
func Permit(a Actor, act Action) error {
	if Permitted(a.Role, act) {
		return nil
	}
	if a.Role == Console {
		return Refused("The console may not do this: log in as %s.", article(permits[act].role))
	}
	return Refused("Your role (%s) does not allow this; ask %s.", a.Role, article(permits[act].role))
}

func article(r Role) string {
	if r == Reporter {
		return "a reporter"
	}
	return "an " + string(r)
}

// Actions are all acts in the table, for tests that go through every one.
func Actions() []Action {
	all := make([]Action, 0, len(permits))
	for a := range permits {
		all = append(all, a)
	}
	return all
}
