package sheet

import (
	"bytes"
	"testing"
)

func TestNoCellIsTakenForAFormula(t *testing.T) {
	for cell, want := range map[string]string{"=1+1": "'=1+1", "+1": "'+1", "-1": "'-1", "@SUM(A1)": "'@SUM(A1)", "\t=1": "'\t=1", "\r=1": "'\r=1",
		"": "", "a=1": "a=1", "'=1": "'=1", "–1": "–1"} {
		if got := Safe(cell); got != want {
			t.Errorf("%q is written %q, want %q", cell, got, want)
		}
	}
}

func TestRowsAreWrittenAsTheStandardSays(t *testing.T) {
	var out bytes.Buffer
	w, err := New(&out, "id", "text")
	if err == nil {
		err = w.Row("1", "He said \"no\",\nand =left")
	}
	if err == nil {
		err = w.Close()
	}
	if want := "id,text\r\n1,\"He said \"\"no\"\",\r\nand =left\"\r\n"; err != nil || out.String() != want {
		t.Errorf("it is %q, %v", out.String(), err)
	}
}
