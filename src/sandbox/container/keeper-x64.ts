/** The keeper's code for x86-64, as keeper-program.ts says what it does. System calls: syscall(2); their numbers: the kernel's syscall_64.tbl. */
export const x64 = Buffer.from(
  [
    "83 3c 24 01", //           cmp dword ptr [rsp], 1               without arguments:
    "75 24", //           jne join
    "b8 0d 00 00 00", //           mov eax, 13                          rt_sigaction(
    "bf 11 00 00 00", //           mov edi, 17                            SIGCHLD,
    "48 8d 35 a1 01 00 00", //           lea rsi, [rip+ignore]                  the struct at the end,
    "31 d2", //           xor edx, edx                           NULL,
    "41 ba 08 00 00 00", //           mov r10d, 8                            8)
    "0f 05", //           syscall
    "b8 22 00 00 00", // wait:     mov eax, 34                          again: pause()
    "0f 05", //           syscall
    "eb f7", //           jmp wait
    "b8 21 00 00 00", // join:     mov eax, 33                          with arguments: dup2(
    "bf 01 00 00 00", //           mov edi, 1                             1,
    "be 02 00 00 00", //           mov esi, 2                             2)
    "0f 05", //           syscall
    "48 8b 04 24", //           mov rax, [rsp]                       argc
    "4c 8d 64 24 10", //           lea r12, [rsp+16]                    argv + 1
    "4c 8d 6c c4 10", //           lea r13, [rsp+rax*8+16]              the environment
    "4d 8b 34 24", //           mov r14, [r12]                       the program's name
    "31 db", //           xor ebx, ebx                         whether there was one that could not be executed
    "4c 89 f6", //           mov rsi, r14
    "ac", // slash:    lodsb                                a name with a slash is a path
    "3c 2f", //           cmp al, 47
    "0f 84 8f 00 00 00", //           je plain
    "84 c0", //           test al, al
    "75 f3", //           jne slash
    "4c 89 ee", //           mov rsi, r13
    "48 ad", // variable: lodsq                                the variable PATH=
    "48 85 c0", //           test rax, rax
    "0f 84 85 00 00 00", //           je fail
    "81 38 50 41 54 48", //           cmp dword ptr [rax], 0x48544150
    "75 ed", //           jne variable
    "80 78 04 3d", //           cmp byte ptr [rax+4], 61
    "75 e7", //           jne variable
    "48 8d 70 05", //           lea rsi, [rax+5]
    "48 81 ec 00 40 00 00", //           sub rsp, 16384                       room for a path
    "48 8d 94 24 00 30 00 00", //           lea rdx, [rsp+12288]                 where its folder has to end
    "48 89 e7", // folder:   mov rdi, rsp                         each folder, up to a colon or the end
    "ac", // copy:     lodsb
    "84 c0", //           test al, al
    "74 0c", //           je copied
    "3c 3a", //           cmp al, 58
    "74 08", //           je copied
    "48 39 d7", //           cmp rdi, rdx
    "73 f2", //           jae copy
    "aa", //           stosb
    "eb ef", //           jmp copy
    "49 89 f7", // copied:   mov r15, rsi                         what comes after it
    "0f b6 e8", //           movzx ebp, al                        whether anything does
    "48 39 d7", //           cmp rdi, rdx                         too long, empty or relative: none
    "73 34", //           jae next
    "48 39 e7", //           cmp rdi, rsp
    "74 2f", //           je next
    "b0 2f", //           mov al, 47
    "38 04 24", //           cmp byte ptr [rsp], al
    "75 28", //           jne next
    "aa", //           stosb                                folder, slash, name
    "48 8d 8a ff 0f 00 00", //           lea rcx, [rdx+4095]
    "4c 89 f6", //           mov rsi, r14
    "ac", // name:     lodsb
    "aa", //           stosb
    "84 c0", //           test al, al
    "74 07", //           je run
    "48 39 cf", //           cmp rdi, rcx
    "72 f5", //           jb name
    "eb 10", //           jmp next
    "48 89 e7", // run:      mov rdi, rsp
    "e8 4f 00 00 00", //           call try
    "48 8d 94 24 00 30 00 00", //           lea rdx, [rsp+12288]
    "4c 89 fe", // next:     mov rsi, r15
    "85 ed", //           test ebp, ebp
    "75 a6", //           jne folder
    "eb 08", //           jmp fail
    "4c 89 f7", // plain:    mov rdi, r14
    "e8 36 00 00 00", //           call try
    "48 8d 35 4c 00 00 00", // fail:     lea rsi, [rip+missing]               write(2, why not)
    "ba 42 00 00 00", //           mov edx, missinglength
    "85 db", //           test ebx, ebx
    "74 0c", //           je say
    "48 8d 35 7e 00 00 00", //           lea rsi, [rip+denied]
    "ba 31 00 00 00", //           mov edx, deniedlength
    "b8 01 00 00 00", // say:      mov eax, 1
    "bf 02 00 00 00", //           mov edi, 2
    "0f 05", //           syscall
    "bf 7f 00 00 00", //           mov edi, 127                         exit(127, or 126)
    "29 df", //           sub edi, ebx
    "b8 3c 00 00 00", //           mov eax, 60
    "0f 05", //           syscall
    "b8 3b 00 00 00", // try:      mov eax, 59                          execve(rdi, argv + 1, the environment): ENOENT and ENOTDIR are none
    "4c 89 e6", //           mov rsi, r12
    "4c 89 ea", //           mov rdx, r13
    "0f 05", //           syscall
    "83 f8 fe", //           cmp eax, -2
    "74 0a", //           je back
    "83 f8 ec", //           cmp eax, -20
    "74 05", //           je back
    "bb 01 00 00 00", //           mov ebx, 1
    "c3", // back:     ret
  ]
    .join("")
    .replaceAll(" ", ""),
  "hex",
);
