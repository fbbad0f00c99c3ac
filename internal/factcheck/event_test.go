package factcheck

import (
	"reflect"
	"testing"
	"time"
)

func TestTheSealChangesWithEveryStoredField(t *testing.T) {
	e := Event{ID: 7, At: noon, Actor: "user", UserID: 1, Action: Publish, Subject: "claim", SubjectID: 3, Version: 4,
		Content: "c", RequestID: "r", Previous: "p"}
	seal := e.Seal()
	if len(seal) != 64 {
		t.Fatalf("the seal is %q", seal)
	}
	shown := map[string]bool{"Hash": true, "By": true, "Title": true, "Veiled": true} // not stored, or the seal itself
	for i := range reflect.TypeFor[Event]().NumField() {
		changed := e
		field := reflect.ValueOf(&changed).Elem().Field(i)
		switch field.Interface().(type) {
		case time.Time:
			field.Set(reflect.ValueOf(noon.Add(time.Millisecond)))
		case int64:
			field.SetInt(field.Int() + 1)
		case bool:
			field.SetBool(true)
		default:
			field.SetString(field.String() + "x")
		}
		name := reflect.TypeFor[Event]().Field(i).Name
		if same := changed.Seal() == seal; same != shown[name] {
			t.Errorf("with another %s the seal is the same: %v", name, same)
		}
	}
}

func TestTheSealIsTheSameAfterBeingStored(t *testing.T) {
	e := Event{ID: 1, At: noon.Add(3*time.Millisecond + 700*time.Microsecond)}
	stored := e
	stored.At = time.UnixMilli(e.At.UnixMilli()).In(time.FixedZone("", 3600))
	if e.Seal() != stored.Seal() {
		t.Error("the seal depends on more of the time than is stored")
	}
	moved, back := Event{Action: "a", Subject: "bc"}, Event{Action: "ab", Subject: "c"}
	if moved.Seal() == back.Seal() {
		t.Error("a letter can move from one field to the next")
	}
}
