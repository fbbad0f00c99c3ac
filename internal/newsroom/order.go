package newsroom

// shift moves the ith of a list, from 0, one place up or down. It is false when
// there is no such place.
func shift[T any](list []T, i int, up bool) bool {
	j := i + 1
	if up {
		j = i - 1
	}
	if j < 0 || j >= len(list) {
		return false
	}
	list[i], list[j] = list[j], list[i]
	return true
}

// reorder gives those of a list their positions, from 1 in their present order,
// saves the ones that are new, and notes in to which position became which.
func reorder[T any](list []T, position func(*T) *int, to map[int]int, save func(T) error) error {
	for i := range list {
		at := position(&list[i])
		if *at == i+1 {
			continue
		}
		to[*at], *at = i+1, i+1
		if err := save(list[i]); err != nil {
			return err
		}
	}
	return nil
}
