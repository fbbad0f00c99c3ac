// Package jobs runs what a newsroom does by the clock and not because
// somebody asked: the hourly tidying up of what is over, mails, and publishing
// what was scheduled.
package jobs
