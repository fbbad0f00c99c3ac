// Package demo builds the example newsroom: two documents of its own on the
// events of September 2023 in and around Armenia, and claims about them at
// every stage of their way.
//
// It goes through the verbs of package newsroom like everybody else, so no
// quote in it could be wrong by a letter and no check in it has slipped past
// the gate. The events are real. The newsroom, the addresses where claims were
// seen and the people who work on them are examples, and say so.
package demo
