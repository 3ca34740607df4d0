;;; candour.el --- candour through Eglot  -*- lexical-binding: t; -*-
;; Put (load "…/candour.el") into the init file, then M-x eglot in a report.
;; Eglot is part of Emacs 29; before, it is the package `eglot'.

(require 'eglot)

(defgroup candour nil "Reads drafts of review reports." :group 'tools)

(defcustom candour-program "candour"
  "The program, by name or path."
  :type 'string)

(defun candour-command (&rest _)
  "The command that Eglot runs."
  (list candour-program "lsp"))

(add-to-list 'eglot-server-programs
             '((markdown-mode gfm-mode text-mode html-mode mhtml-mode)
               . candour-command))

(provide 'candour)
;;; candour.el ends here
