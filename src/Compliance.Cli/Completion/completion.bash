# Completion of pve-compliance for bash:  source <(pve-compliance completion bash)
_pve_compliance() {
    local before=${COMP_LINE:0:COMP_POINT} rest current candidate
    rest=${before#*[[:space:]]}
    current=${rest##*[[:space:]]}
    COMPREPLY=()
    # After FORMAT: a file follows; readline itself completes files when there are no candidates.
    [[ $current == [a-z]*:* ]] && return
    while IFS= read -r candidate; do
        case $candidate in
            '' | -\? | -h | /\? | /h) ;;
            "$current"*) COMPREPLY+=("$candidate") ;;
        esac
    done < <("${COMP_WORDS[0]}" "[suggest:${#rest}]" "$rest" 2>/dev/null)
}
complete -o default -F _pve_compliance pve-compliance
