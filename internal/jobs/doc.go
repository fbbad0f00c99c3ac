// Package jobs runs what a newsroom does by the clock and not because
// somebody asked: now, the hourly tidying up of what is over.
package jobs
