package desk

import (
	"claimdesk/internal/factcheck"
	"claimdesk/views/ui"
)

// NotificationsView is what somebody was told: what they have not read first.
type NotificationsView struct {
	Frame  ui.DeskFrame
	Items  []factcheck.Notification
	Unread int64 // of all pages
	Newest int64 // up to which “mark all” goes
	First  bool  // it is the first page
	Next   string
	Mail   factcheck.MailWish
	MailOn bool
}

func (v NotificationsView) older() ui.PagesView {
	p := ui.PagesView{Label: "Pages of notifications"}
	if v.Next != "" {
		p.Older = "/desk/notifications?after=" + v.Next
	}
	if !v.First {
		p.Newer = "/desk/notifications"
	}
	return p
}

// also says how the user hears of these besides.
func (v NotificationsView) also() string {
	switch {
	case !v.MailOn:
		return "Mail is off: you are told here alone."
	case v.Mail == factcheck.MailEach:
		return "You get a mail for each of these."
	case v.Mail == factcheck.MailDaily:
		return "You get one mail a day with what is unread."
	}
	return "You get no mail about these."
}

// notificationClaim is the claim of a notification as it is named on a line.
func notificationClaim(n factcheck.Notification) string {
	return "#" + number(n.ClaimID) + " " + quoted(beginning(n.Claim, 90))
}
